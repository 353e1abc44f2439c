package emptyrecord.night.steady;

import emptyrecord.api.run.Check;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system as it is on a quiet day: every check reports its observation. */
public final class SteadyState {

    private SteadyState() {}

    /** @param faults faults that are injected now, as {@code service/fault} */
    public static List<Check> checks(Sample seen, List<String> faults) {
        List<Check> checks = new ArrayList<>(checks(seen));
        checks.add(new Check("no-faults", faults.isEmpty(), faults.isEmpty() ? "none" : String.join(", ", faults)));
        return checks;
    }

    static List<Check> checks(Sample seen) {
        return List.of(
                new Check("peers", seen.gaps().isEmpty(), "no answer from " + seen.gaps()),
                new Check(
                        "regional-name",
                        seen.regional().answering(),
                        seen.regional().outcome()),
                leases(seen),
                nodes(seen),
                delay(seen),
                canaries(seen));
    }

    private static Check leases(Sample seen) {
        Sample.Leases l = seen.leases();
        if (l == null) {
            return unknown("leases");
        }
        String held = l.held() + " of " + l.droplets() + " held";
        Integer starting = l.hostsStarting();
        return starting == null || starting == 0
                ? new Check("leases", Thresholds.LEASES_ALL.reachedBy(l.heldShare()), held)
                : new Check("leases", false, held + ", DWFM hosts that still start: " + starting);
    }

    private static Check nodes(Sample seen) {
        Sample.Nlb nlb = seen.nlb();
        return nlb == null
                ? unknown("nlb-nodes")
                : new Check(
                        "nlb-nodes",
                        Thresholds.NODES_STEADY.reachedBy(nlb.inDnsShare()),
                        Math.round(100 * nlb.inDnsShare()) + " % in DNS");
    }

    private static Check delay(Sample seen) {
        Sample.Network network = seen.network();
        return network == null
                ? unknown("propagation")
                : new Check(
                        "propagation",
                        Thresholds.DELAY_NOTICED.missedBy(network.delayMinutes()),
                        Math.round(network.delayMinutes() * 100) / 100.0 + " min");
    }

    private static Check canaries(Sample seen) {
        List<String> red = new ArrayList<>();
        seen.customers().canaries().forEach((name, canary) -> {
            Double share = canary.successShare();
            if (share == null || Thresholds.CANARY_GREEN.missedBy(share)) {
                red.add(name + (share == null ? " not tried" : " " + Math.round(100 * share) + " %"));
            }
        });
        return new Check("canaries", red.isEmpty(), red.isEmpty() ? "green" : String.join(", ", red));
    }

    private static Check unknown(String name) {
        return new Check(name, false, "its service does not answer");
    }

    /**
     * The checks that failed for long enough to page somebody, as alerting rules do. A replaced node or one failure of
     * a canary pages nobody.
     *
     * @param grace wall time for which a check must fail without a break
     */
    public static List<Breach> breaches(List<Sample> samples, Duration grace) {
        List<Breach> breaches = new ArrayList<>();
        Map<String, Breach> failing = new LinkedHashMap<>();
        for (Sample s : samples) {
            for (Check check : checks(s)) {
                if (check.ok()) {
                    keepIfLong(failing.remove(check.name()), grace, breaches);
                } else {
                    failing.merge(check.name(), breach(check, s.wall()), SteadyState::joined);
                }
            }
        }
        failing.values().forEach(open -> keepIfLong(open, grace, breaches));
        return breaches;
    }

    private static void keepIfLong(@Nullable Breach ended, Duration grace, List<Breach> breaches) {
        if (ended != null && Duration.between(ended.first(), ended.last()).compareTo(grace) >= 0) {
            breaches.add(ended);
        }
    }

    private static Breach breach(Check check, Instant wall) {
        return new Breach(check.name(), wall, wall, 1, check.detail());
    }

    private static Breach joined(Breach a, Breach b) {
        return new Breach(a.check(), a.first(), b.last(), a.samples() + 1, a.detail());
    }
}
