package emptyrecord.night.alarm;

import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The rules of {@code prometheus/rules/alerts.yml} that need samples alone, over the same windows. Where a rule looks
 * at single hosts or at the nodes' own counters, a sample has the fleet as a whole and the customers' outcomes. Like
 * those rules it looks at no fault, and it needs no Prometheus.
 */
final class SampleAlarms {

    private final RecentSamples recent;
    private final Set<Alarm> holding = new LinkedHashSet<>();

    private SampleAlarms(RecentSamples recent) {
        this.recent = recent;
    }

    /** The alarms whose condition holds in the last of these samples. */
    static Set<Alarm> in(RecentSamples recent) {
        SampleAlarms alarms = new SampleAlarms(recent);
        Sample now = recent.now();
        alarms.name(now);
        alarms.services(now);
        alarms.leases(now);
        alarms.network(now);
        alarms.loadBalancer(now);
        now.customers().canaries().keySet().forEach(alarms::canary);
        return alarms.holding;
    }

    private void when(boolean holds, AlarmKind kind) {
        if (holds) {
            holding.add(Alarm.of(kind));
        }
    }

    private void name(Sample s) {
        boolean empty = empty(s);
        boolean were = recent.wasWell("addresses", !empty && s.regional().answering());
        when(empty && were, AlarmKind.REGIONAL_RECORD_EMPTY);
    }

    /** Addresses that the name could answer, or that it did answer while Route 53 reports nothing. */
    private static boolean empty(Sample s) {
        Integer possible = s.regional().possible();
        return possible == null ? s.regional().empty() : possible == 0;
    }

    private void services(Sample s) {
        s.gaps().forEach(service -> holding.add(new Alarm(AlarmKind.SERVICE_DOWN, service)));
    }

    private void leases(Sample s) {
        double held = Measurement.LEASES_HELD_SHARE.in(s);
        boolean were = recent.wasWell("leases", Thresholds.LEASES_HELD.exceededBy(held));
        when(Thresholds.LEASES_MOST.missedBy(held) && were, AlarmKind.LEASES_LOST);
        when(
                Thresholds.QUEUE_DEADLINE.exceededBy(Measurement.DWFM_OLDEST_MINUTES.in(s)),
                AlarmKind.DWFM_QUEUE_BEYOND_DEADLINE);
        Double reached = Measurement.CANARY_SUCCESS.in(s, "dynamodb");
        boolean healthy = !empty(s) && reached != null && Thresholds.CANARY_GREEN.exceededBy(reached);
        when(healthy && Thresholds.LEASES_HALF.missedBy(held) && inVain(), AlarmKind.LEASE_GOODPUT_COLLAPSED);
    }

    private boolean inVain() {
        double made = recent.growth(RecentSamples.RATE, Measurement.LEASES_MADE::in);
        double worked = recent.growth(
                RecentSamples.RATE,
                s -> s.leases() == null ? Double.NaN : s.leases().attemptsTotal());
        return made < Thresholds.GOODPUT_COLLAPSED.value() * worked;
    }

    private void network(Sample s) {
        when(
                Thresholds.DELAY_LATE.exceededBy(Measurement.PROPAGATION_DELAY_MINUTES.in(s)),
                AlarmKind.NETWORK_STATE_LATE);
    }

    private void loadBalancer(Sample s) {
        Sample.Nlb nlb = s.nlb();
        if (nlb != null) {
            nlb.zonesWithdrawn().forEach(zone -> holding.add(new Alarm(AlarmKind.NLB_ZONE_WITHDRAWN, zone)));
            when(Thresholds.RESULTS_LATE.exceededBy(nlb.meanResultAgeSeconds()), AlarmKind.NLB_RESULTS_LATE);
        }
        double refused =
                recent.sum(RecentSamples.RATE, x -> x.customers().connections().getOrDefault("refused-or-reset", 0));
        double tried = recent.sum(RecentSamples.RATE, x -> x.customers().connectionsTried());
        when(Thresholds.CONNECTIONS_FAIL.exceededBy(refused / tried), AlarmKind.NLB_CAPACITY_BELOW_DEMAND);
    }

    private void canary(String name) {
        boolean burns = burns(name, RecentSamples.BURN_SHORT) && burns(name, RecentSamples.BURN_LONG);
        if (burns && Thresholds.CANARY_COUNTED.reachedBy(tries(name, RecentSamples.BURN_LONG))) {
            holding.add(new Alarm(AlarmKind.CANARY_BURNS_FAST, name));
        }
    }

    private boolean burns(String name, double minutes) {
        double worked = recent.sum(minutes, s -> {
            Sample.Canary canary = s.customers().canaries().get(name);
            return canary == null ? 0 : canary.worked();
        });
        return Thresholds.CANARY_BURNS.exceededBy(1 - worked / tries(name, minutes));
    }

    private double tries(String name, double minutes) {
        return recent.sum(minutes, s -> {
            Sample.Canary canary = s.customers().canaries().get(name);
            return canary == null ? 0 : canary.tries();
        });
    }
}
