package emptyrecord.route53.chaos;

import emptyrecord.kit.switchboard.Fault;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The fault {@code servfail}: a share of the queries, of one zone or of all, is answered SERVFAIL. */
public final class ServfailDraw {

    private final Fault fault;

    public ServfailDraw(Fault fault) {
        this.fault = fault;
    }

    public static Fault fault() {
        return new Fault(
                "servfail",
                "A share of DNS queries is answered SERVFAIL; the target is a zone's name without the final dot",
                "share of queries",
                new Fault.Range(0, 1),
                Map.of("all", 1.0));
    }

    /** Whether it can apply at all, so that a quiet server need not ask for each query. */
    public boolean isOn() {
        return fault.injection().isPresent();
    }

    /** @param zone the zone's name without the final dot */
    public boolean hits(String zone, RandomGenerator random) {
        return fault.magnitude(zone)
                .filter(share -> random.nextDouble() < share)
                .isPresent();
    }
}
