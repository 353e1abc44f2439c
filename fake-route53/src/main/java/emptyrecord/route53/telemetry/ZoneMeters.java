package emptyrecord.route53.telemetry;

import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.zones.AnswerWatch;
import emptyrecord.route53.zones.Publication;
import emptyrecord.route53.zones.ZoneStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The zones as gauges: record sets, changes on their way to DNS, journal lines, addresses the watched names can answer. */
public final class ZoneMeters {

    public ZoneMeters(MeterRegistry meters, ZoneStore store, Publication publication, AnswerWatch watch) {
        for (ZoneData zone : store.zones().all()) {
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
        }
        Gauge.builder("route53.pending.changes", publication, Publication::pending)
                .description("Accepted batches that DNS does not answer with yet")
                .register(meters);
        Gauge.builder("route53.journal.lines", store, ZoneStore::journalLines)
                .description("Lines of the zones' journal")
                .register(meters);
    }

    private static double sets(ZoneStore store, String id) {
        return store.zones().byId(id).map(z -> z.records().size()).orElse(0);
    }
}
