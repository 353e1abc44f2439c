package emptyrecord.route53.core;

import java.util.List;
import java.util.Optional;

/**
 * A record set that follows the rules of its type; made by {@link RecordSetRules}.
 *
 * @param weighted for one of a weighted set
 * @param failover for one of a failover pair, which has no weight
 * @param healthCheck id of the health check that decides whether it may answer
 */
public record RecordSet(
        RecordName name,
        RecordType type,
        Optional<Weighted> weighted,
        Optional<Failover> failover,
        Optional<String> healthCheck,
        RecordData data) {

    private static final int SET_BYTES = 400;
    private static final int VALUE_BYTES = 150;

    /** The id of a health check. */
    private static final int HEALTH_CHECK_BYTES = 120;

    /** Text, sort key, wire form, and those of the key. */
    private static final int NAME_FORMS = 5;

    public RecordKey key() {
        return new RecordKey(name, type.name(), setIdentifier().orElse(""));
    }

    /** Of one that is weighted or in a failover pair. */
    public Optional<String> setIdentifier() {
        return weighted.map(Weighted::setIdentifier).or(() -> failover.map(Failover::setIdentifier));
    }

    /** Whether it may be unhealthy: it has a health check, or is an ALIAS that evaluates its target's health. */
    public boolean dependsOnHealth() {
        return healthCheck.isPresent() || (data instanceof RecordData.Alias alias && alias.evaluateHealth());
    }

    /** Whether a DELETE that names {@code other} means this: name, type, policy, health check, TTL and values (F35). */
    public boolean matches(RecordSet other) {
        return key().equals(other.key())
                && weighted.equals(other.weighted)
                && failover.equals(other.failover)
                && healthCheck.equals(other.healthCheck)
                && data.matches(other.data);
    }

    /** Approximate heap: objects, its name in the forms that are kept, and each value as text and for the wire. */
    public long bytes() {
        return bytes(name.text(), data instanceof RecordData.Values v ? v.texts() : List.of())
                + (healthCheck.isPresent() ? HEALTH_CHECK_BYTES : 0);
    }

    static long bytes(String name, List<String> values) {
        long ofValues =
                values.stream().mapToLong(t -> VALUE_BYTES + 2L * t.length()).sum();
        return SET_BYTES + (long) NAME_FORMS * name.length() + ofValues;
    }

    public RecordSetSpec toSpec() {
        Optional<RecordSetSpec.Values> values = data instanceof RecordData.Values v
                ? Optional.of(new RecordSetSpec.Values(v.ttl(), v.texts()))
                : Optional.empty();
        Optional<RecordSetSpec.Alias> alias = data instanceof RecordData.Alias a
                ? Optional.of(new RecordSetSpec.Alias(a.zone(), a.target().text(), a.evaluateHealth()))
                : Optional.empty();
        return new RecordSetSpec(name.text(), type.name(), weighted, failover, healthCheck, values, alias);
    }
}
