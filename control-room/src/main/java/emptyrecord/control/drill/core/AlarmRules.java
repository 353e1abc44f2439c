package emptyrecord.control.drill.core;

import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * What the control room's own measurements say is alarming in one sample, under the names and thresholds of
 * {@code prometheus/rules/alerts.yml} as far as a sample can tell. It needs no Prometheus, and like those rules it looks at no fault.
 */
final class AlarmRules {

    private static final double MOST_LEASES = .9;
    private static final double LATE_MINUTES = 10;
    private static final double ATTEMPT_MINUTES = 1.5;
    private static final double CAPACITY = .84;
    private static final double BURNS = .85;

    private AlarmRules() {}

    static List<Alarm> in(Sample s) {
        List<Alarm> alarms = new ArrayList<>();
        if (s.regional().empty()) {
            alarms.add(new Alarm("RegionalRecordEmpty", ""));
        }
        s.gaps().forEach(service -> alarms.add(new Alarm("ServiceDown", service)));
        leases(s, alarms);
        network(s, alarms);
        nlb(s, alarms);
        s.customers().canaries().forEach((name, canary) -> {
            Double share = canary.successShare();
            if (share != null && share < BURNS) {
                alarms.add(new Alarm("CanaryBurnsFast", name));
            }
        });
        return alarms;
    }

    private static void leases(Sample s, List<Alarm> alarms) {
        Sample.Leases leases = s.leases();
        if (leases == null) {
            return;
        }
        if (leases.heldShare() < MOST_LEASES) {
            alarms.add(new Alarm("LeasesLost", ""));
        }
        if (leases.oldestQueuedSeconds() > ATTEMPT_MINUTES * 60) {
            alarms.add(new Alarm("DwfmQueueBeyondDeadline", ""));
            if (s.regional().answering() && inVain(leases)) {
                alarms.add(new Alarm("LeaseGoodputCollapsed", ""));
            }
        }
    }

    private static boolean inVain(Sample.Leases leases) {
        Double goodput = leases.leasesPerMinute();
        Double throughput = leases.attemptsPerMinute();
        if (goodput == null || throughput == null) {
            return false;
        }
        return throughput > 1 && goodput < .1 * throughput;
    }

    private static void network(Sample s, List<Alarm> alarms) {
        Sample.Network network = s.network();
        if (network != null && network.delayMinutes() > LATE_MINUTES) {
            alarms.add(new Alarm("NetworkStateLate", ""));
        }
    }

    private static void nlb(Sample s, List<Alarm> alarms) {
        Sample.Nlb nlb = s.nlb();
        if (nlb == null) {
            return;
        }
        nlb.zonesWithdrawn().forEach(zone -> alarms.add(new Alarm("NlbZoneWithdrawn", zone)));
        if (Thresholds.RESULTS_LATE.exceededBy(nlb.meanResultAgeSeconds())) {
            alarms.add(new Alarm("NlbResultsLate", ""));
        }
        if (nlb.inDnsShare() < CAPACITY) {
            alarms.add(new Alarm("NlbCapacityBelowDemand", ""));
        }
    }
}
