package emptyrecord.route53.dns;

import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.tree;
import static emptyrecord.route53.core.Batches.zone;

import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.ZoneData;
import java.util.List;
import java.util.stream.IntStream;

/** A zone with a live endpoint, a rollback that dangles, a long record set and an empty non-terminal. */
final class NightZone {

    private NightZone() {}

    static ZoneData make() {
        String[] many =
                IntStream.rangeClosed(1, 200).mapToObj(i -> "10.1.0." + i).toArray(String[]::new);
        ZoneData live = accepted(accepted(zone(), tree("plan-1", 3)), create(alias("db.test", "plan-1.db.test")));
        ZoneData target = accepted(
                live,
                create(a("plan-0.db.test", "10.0.0.1")),
                create(a("many.db.test", many)),
                create(RecordSetSpec.ofValues("_x._tcp.db.test", "SRV", 60, List.of("1 2 80 db.test."))),
                create(alias("_rollback.db.test", "plan-0.db.test")));
        return accepted(target, delete(a("plan-0.db.test", "10.0.0.1")));
    }
}
