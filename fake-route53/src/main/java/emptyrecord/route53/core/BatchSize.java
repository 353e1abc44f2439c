package emptyrecord.route53.core;

import java.util.List;

/**
 * How large a batch is by Route 53's count: ResourceRecord elements, of which an ALIAS is one, and the characters of all
 * Value elements; both count twice in an UPSERT, which stands for a DELETE and a CREATE
 * (docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html).
 */
public record BatchSize(int records, int characters) {

    public static BatchSize of(List<Change> changes) {
        int records = 0;
        int characters = 0;
        for (Change change : changes) {
            int times = change.action() == Action.UPSERT ? 2 : 1;
            records += times * change.set().values().map(v -> v.texts().size()).orElse(1);
            characters += times
                    * change.set()
                            .values()
                            .map(v ->
                                    v.texts().stream().mapToInt(String::length).sum())
                            .orElse(0);
        }
        return new BatchSize(records, characters);
    }

    public BatchSize plus(BatchSize other) {
        return new BatchSize(records + other.records, characters + other.characters);
    }
}
