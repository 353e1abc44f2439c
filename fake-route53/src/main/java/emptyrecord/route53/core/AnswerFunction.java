package emptyrecord.route53.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.HINFORecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * The answer to a question, from one immutable copy of the zones, so that no query ever sees half a batch. An ALIAS
 * gives its target's answer, under the name that was asked. A weighted set gives one child, picked by weight among
 * those that {@link Routing} leaves. An ALIAS whose target is gone gives nothing (F33, F38). A wildcard answers for the
 * names that do not exist below its parent.
 */
public final class AnswerFunction {

    /** Bound on CNAMEs and on ALIASes that are followed; loops end here. Our choice. */
    static final int HOPS_MAX = 8;

    private final Zones zones;
    private final Routing routing;
    private final RandomGenerator random;

    /** Every record set is healthy. */
    public AnswerFunction(Zones zones, RandomGenerator random) {
        this(zones, Health.ALL_HEALTHY, random);
    }

    /** One function answers one question. */
    public AnswerFunction(Zones zones, Health health, RandomGenerator random) {
        this.zones = zones;
        this.routing = new Routing(zones, health);
        this.random = random;
    }

    /** @param type number of the wanted type; types that are not served exist nowhere and answer NODATA */
    public DnsResult answer(Name name, int type) {
        List<Record> chain = new ArrayList<>();
        Name at = name;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            Optional<ZoneData> zone = zones.enclosing(at);
            if (zone.isEmpty()) {
                return chain.isEmpty() ? new DnsResult.NotOurs() : new DnsResult.Found(chain);
            }
            Step step = step(zone.get(), at, type);
            chain.addAll(step.records());
            if (step.result() == Outcome.CNAME && step.records().getFirst() instanceof CNAMERecord cname) {
                at = cname.getTarget();
                continue;
            }
            return switch (step.result()) {
                case FOUND, CNAME -> new DnsResult.Found(chain);
                case EMPTY -> new DnsResult.Empty(chain, zone.get().negativeSoa());
                case NO_SUCH_NAME -> new DnsResult.NoSuchName(chain, zone.get().negativeSoa());
            };
        }
        return new DnsResult.Found(chain);
    }

    private enum Outcome {
        FOUND,
        CNAME,
        EMPTY,
        NO_SUCH_NAME
    }

    private record Step(Outcome result, List<Record> records) {}

    /** The name's own answer, or that of the wildcard over a name that does not exist (RFC 4592). */
    private Step step(ZoneData zone, Name owner, int type) {
        RecordName name = RecordName.of(owner);
        Step own = step(zone, name, owner, type);
        return own.result() == Outcome.NO_SUCH_NAME ? step(zone, zone.wildcardFor(name), owner, type) : own;
    }

    private Step step(ZoneData zone, RecordName name, Name owner, int type) {
        if (type == Type.ANY && zone.exists(name)) {
            return new Step(Outcome.FOUND, List.of(minimalAny(owner)));
        }
        List<Record> wanted = RecordType.of(type)
                .map(t -> pick(zone.sets(name, t), owner, t, 0))
                .orElse(List.of());
        if (!wanted.isEmpty()) {
            return new Step(Outcome.FOUND, wanted);
        }
        List<Record> cname = pick(zone.sets(name, RecordType.CNAME), owner, RecordType.CNAME, 0);
        if (!cname.isEmpty()) {
            return new Step(Outcome.CNAME, cname);
        }
        return new Step(zone.exists(name) ? Outcome.EMPTY : Outcome.NO_SUCH_NAME, List.of());
    }

    /** RFC 8482 section 4.2. */
    private static Record minimalAny(Name owner) {
        return new HINFORecord(owner, DClass.IN, 3600, "RFC8482", "");
    }

    private List<Record> pick(List<RecordSet> sets, Name owner, RecordType type, int depth) {
        if (sets.isEmpty() || depth >= HOPS_MAX) {
            return List.of();
        }
        return switch (choose(Routing.isBound(sets) ? routing.candidates(sets) : sets)
                .data()) {
            case RecordData.Values v -> rotated(v.records(), owner);
            case RecordData.Alias a ->
                pick(zones.byId(a.zone()).map(z -> z.sets(a.target(), type)).orElse(List.of()), owner, type, depth + 1);
        };
    }

    private RecordSet choose(List<RecordSet> sets) {
        if (sets.size() == 1) {
            return sets.getFirst();
        }
        int total = sets.stream().mapToInt(AnswerFunction::weight).sum();
        if (total == 0) {
            return sets.get(random.nextInt(sets.size()));
        }
        int left = random.nextInt(total);
        for (RecordSet set : sets) {
            left -= weight(set);
            if (left < 0) {
                return set;
            }
        }
        return sets.getLast();
    }

    static int weight(RecordSet set) {
        return set.weighted().map(Weighted::weight).orElse(1);
    }

    private List<Record> rotated(List<Record> records, Name owner) {
        int size = records.size();
        int first = size == 1 ? 0 : random.nextInt(size);
        List<Record> answers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            answers.add(owned(records.get((first + i) % size), owner));
        }
        return answers;
    }

    /** The same record under another owner, in the case of the question (RFC 4343 section 4.1). */
    static Record owned(Record record, Name owner) {
        return record.getName().toString().equals(owner.toString())
                ? record
                : Record.newRecord(
                        owner, record.getType(), record.getDClass(), record.getTTL(), record.rdataToWireCanonical());
    }
}
