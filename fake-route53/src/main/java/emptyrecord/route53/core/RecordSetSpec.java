package emptyrecord.route53.core;

import java.util.List;
import java.util.Optional;

/**
 * A record set as a request or a journal line writes it: not yet checked against the rules of its type.
 *
 * @param name with or without the final dot
 * @param type for example {@code A}
 * @param weighted for one of a weighted set
 * @param values of a plain record set; exactly one of values and alias is given
 * @param alias of an ALIAS
 */
public record RecordSetSpec(
        String name, String type, Optional<Weighted> weighted, Optional<Values> values, Optional<Alias> alias) {

    public RecordSetSpec {
        if (values.isPresent() == alias.isPresent()) {
            throw new IllegalArgumentException("Expected exactly one of [AliasTarget, all of [TTL, and"
                    + " ResourceRecords]], but found " + (alias.isPresent() ? "both" : "none") + " in " + type + " "
                    + name);
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
     * @param evaluateHealth kept and returned; there are no health checks here
     */
    public record Alias(String zone, String target, boolean evaluateHealth) {}

    public static RecordSetSpec ofValues(String name, String type, long ttl, List<String> texts) {
        return new RecordSetSpec(name, type, Optional.empty(), Optional.of(new Values(ttl, texts)), Optional.empty());
    }

    public static RecordSetSpec ofAlias(String name, String type, String zone, String target) {
        return new RecordSetSpec(
                name, type, Optional.empty(), Optional.empty(), Optional.of(new Alias(zone, target, false)));
    }

    public RecordSetSpec weighted(String setIdentifier, int weight) {
        return new RecordSetSpec(name, type, Optional.of(new Weighted(setIdentifier, weight)), values, alias);
    }
}
