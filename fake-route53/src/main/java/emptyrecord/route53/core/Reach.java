package emptyrecord.route53.core;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * Everything that a name could answer now: the union of what {@link AnswerFunction} may pick, by the same rules.
 *
 * @param records each possible record once
 * @param zones ids of the zones that were walked through; a change to another zone cannot change this
 */
public record Reach(Set<Record> records, Set<String> zones) {

    /** Every record set is healthy. */
    public static Reach of(Zones zones, RecordName name, RecordType type) {
        return of(zones, Health.ALL_HEALTHY, new Question(name, type));
    }

    /** What is asked. */
    public record Question(RecordName name, RecordType type) {}

    public static Reach of(Zones zones, Health health, Question question) {
        RecordName name = question.name();
        Walk walk = new Walk(zones, health, question);
        walk.name(name.toName(), 0);
        return new Reach(walk.records, walk.touched);
    }

    public int size() {
        return records.size();
    }

    private static final class Walk {

        private final Zones zones;
        private final Routing routing;
        private final RecordType type;
        private final Name owner;
        private final Set<Record> records = new LinkedHashSet<>();
        private final Set<String> touched = new HashSet<>();

        Walk(Zones zones, Health health, Question question) {
            this.zones = zones;
            this.routing = new Routing(zones, health);
            this.type = question.type();
            this.owner = question.name().toName();
        }

        void name(Name name, int hop) {
            ZoneData zone = zones.enclosing(name).orElse(null);
            if (zone == null || hop >= AnswerFunction.HOPS_MAX) {
                return;
            }
            touched.add(zone.id());
            RecordName asked = RecordName.of(name);
            RecordName key = zone.exists(asked) ? asked : zone.wildcardFor(asked);
            sets(zone.sets(key, type), 0);
            for (RecordSet set : routing.candidates(zone.sets(key, RecordType.CNAME))) {
                if (set.data() instanceof RecordData.Values v && v.records().getFirst() instanceof CNAMERecord c) {
                    name(c.getTarget(), hop + 1);
                }
            }
        }

        private void sets(List<RecordSet> sets, int depth) {
            sets.forEach(set -> touch(set.data()));
            for (RecordSet set : routing.candidates(sets)) {
                data(set.data(), depth);
            }
        }

        /** A change in the target's zone may change which of the record sets answer. */
        private void touch(RecordData data) {
            if (data instanceof RecordData.Alias alias) {
                touched.add(alias.zone());
            }
        }

        private void data(RecordData data, int depth) {
            switch (data) {
                case RecordData.Values v -> v.records().forEach(r -> records.add(AnswerFunction.owned(r, owner)));
                case RecordData.Alias a -> {
                    if (depth + 1 < AnswerFunction.HOPS_MAX) {
                        zones.byId(a.zone()).ifPresent(z -> sets(z.sets(a.target(), type), depth + 1));
                    }
                }
            }
        }
    }
}
