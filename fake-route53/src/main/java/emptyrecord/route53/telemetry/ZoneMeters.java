package emptyrecord.route53.telemetry;

import emptyrecord.kit.dns.TreeNames;
import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.zones.AnswerWatch;
import emptyrecord.route53.zones.Publication;
import emptyrecord.route53.zones.ZoneStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.OptionalLong;

/**
 * The zones as gauges: record sets, changes on their way to DNS, journal lines; for the watched names the addresses they can
 * answer and the plan that their ALIAS points at.
 */
public final class ZoneMeters {

    public ZoneMeters(MeterRegistry meters, ZoneStore store, Publication publication, AnswerWatch watch) {
        for (ZoneData zone : store.regional()) {
            Gauge.builder("route53.record.sets", store, s -> sets(s, zone.id()))
                    .description("Record sets of the zone, as control reads see them")
                    .tag("zone", zone.apex().plain())
                    .register(meters);
        }
        for (RecordName name : watch.names()) {
            Gauge.builder("route53.possible.addresses", watch, w -> w.possible(name))
                    .description("Addresses that the name can answer in DNS now; 0 is the outage's record")
                    .tag("name", name.plain())
                    .register(meters);
            Gauge.builder("route53.alias.plan", publication, p -> plan(p.zones(), name))
                    .description("Plan that the name's ALIAS points at, whether it exists or not; 0 without one")
                    .tag("name", name.plain())
                    .register(meters);
        }
        Gauge.builder("route53.hosted.zones", store, s -> s.zones().all().size())
                .description("Hosted zones, the region's own and those made by request")
                .register(meters);
        Gauge.builder("route53.pending.changes", publication, Publication::pending)
                .description("Accepted batches that DNS does not answer with yet")
                .register(meters);
        Gauge.builder("route53.journal.lines", store, ZoneStore::journalLines)
                .description("Lines of the zones' journal")
                .register(meters);
    }

    private static double plan(Zones zones, RecordName name) {
        return zones.enclosing(name.toName()).stream()
                .flatMap(zone -> zone.sets(name, RecordType.A).stream()
                        .map(RecordSet::data)
                        .filter(RecordData.Alias.class::isInstance)
                        .map(data -> ((RecordData.Alias) data).target().plain())
                        .map(target -> TreeNames.generation(zone.apex().plain(), target)))
                .filter(OptionalLong::isPresent)
                .mapToDouble(OptionalLong::getAsLong)
                .findFirst()
                .orElse(0);
    }

    private static double sets(ZoneStore store, String id) {
        return store.zones().byId(id).map(z -> z.records().size()).orElse(0);
    }
}
