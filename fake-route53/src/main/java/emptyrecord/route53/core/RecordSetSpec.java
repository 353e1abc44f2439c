package emptyrecord.route53.core;

import java.util.List;
import java.util.Optional;

/**
 * A record set as a request or a journal line writes it: not yet checked against the rules of its type.
 *
 * @param name with or without the final dot
 * @param type for example {@code A}
 * @param weighted for one of a weighted set
 * @param failover for one of a failover pair
 * @param healthCheck id of a health check
 * @param values of a plain record set; exactly one of values and alias is given
 * @param alias of an ALIAS
 */
public record RecordSetSpec(
        String name,
        String type,
        Optional<Weighted> weighted,
        Optional<Failover> failover,
        Optional<String> healthCheck,
        Optional<Values> values,
        Optional<Alias> alias) {

    public RecordSetSpec {
        if (values.isPresent() == alias.isPresent()) {
            throw new IllegalArgumentException("Expected exactly one of [AliasTarget, all of [TTL, and"
                    + " ResourceRecords]], but found " + (alias.isPresent() ? "both" : "none") + " in " + type + " "
                    + name);
        }
        if (weighted.isPresent() && failover.isPresent()) {
            throw new IllegalArgumentException(
                    "Weight and Failover are two routing policies; " + type + " " + name + " can have one of them");
        }
    }

    /**
     * @param ttl seconds
     * @param texts in presentation form, TXT in quotation marks
     */
    public record Values(long ttl, List<String> texts) {
        public Values {
            texts = List.copyOf(texts);
        }
    }

    /**
     * @param zone id of the hosted zone that holds the target
     * @param target its name
     * @param evaluateHealth whether it is as healthy as its target
     */
    public record Alias(String zone, String target, boolean evaluateHealth) {}

    public static RecordSetSpec ofValues(String name, String type, long ttl, List<String> texts) {
        return simple(name, type, Optional.of(new Values(ttl, texts)), Optional.empty());
    }

    public static RecordSetSpec ofAlias(String name, String type, String zone, String target) {
        return simple(name, type, Optional.empty(), Optional.of(new Alias(zone, target, false)));
    }

    public RecordSetSpec weighted(String setIdentifier, int weight) {
        Optional<Weighted> place = Optional.of(new Weighted(setIdentifier, weight));
        return new RecordSetSpec(name, type, place, failover, healthCheck, values, alias);
    }

    public RecordSetSpec failover(String setIdentifier, Failover.Role role) {
        Optional<Failover> place = Optional.of(new Failover(setIdentifier, role));
        return new RecordSetSpec(name, type, weighted, place, healthCheck, values, alias);
    }

    /** The same with a health check. */
    public RecordSetSpec checkedBy(String id) {
        return new RecordSetSpec(name, type, weighted, failover, Optional.of(id), values, alias);
    }

    /** The same ALIAS, as healthy as its target. */
    public RecordSetSpec evaluatingTargetHealth() {
        Optional<Alias> evaluating = alias.map(a -> new Alias(a.zone(), a.target(), true));
        return new RecordSetSpec(name, type, weighted, failover, healthCheck, values, evaluating);
    }

    private static RecordSetSpec simple(String name, String type, Optional<Values> values, Optional<Alias> alias) {
        return new RecordSetSpec(name, type, Optional.empty(), Optional.empty(), Optional.empty(), values, alias);
    }
}
