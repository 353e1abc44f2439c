package emptyrecord.control.run;

import emptyrecord.night.phase.NightPhase;
import emptyrecord.night.sample.Sample;

/** The state of the night in words, from one sample. */
public final class PhaseWords {

    private PhaseWords() {}

    /** @param shown phase as {@link emptyrecord.night.phase.PhaseWatch} shows it: until the first steady state it is starting */
    public static String of(Sample s, NightPhase shown) {
        return shown == NightPhase.STARTING ? starting(s) : of(s);
    }

    private static String starting(Sample s) {
        if (!s.gaps().isEmpty()) {
            return "starting: " + String.join(", ", s.gaps()) + (s.gaps().size() == 1 ? " does" : " do")
                    + " not answer yet";
        }
        if (!s.regional().answering()) {
            return "starting: the first plan has not gone live yet";
        }
        return "starting: waits for the leases (" + held(s) + ")";
    }

    public static String of(Sample s) {
        return switch (NightPhase.of(s, false)) {
            case RECORD_EMPTY -> "DynamoDB's name answers nothing; leases run out (" + held(s) + ")";
            case LEASE_COLLAPSE -> collapse(s) + " (" + held(s) + ")";
            case LEASES_RETURN -> "leases are made again (" + held(s) + ")";
            case ZONES_OUT -> "health checks take zones out of DNS: " + zones(s);
            case NETWORK_LATE -> "network state is " + delay(s) + " min late; new instances have no network";
            case LAUNCHES_LIMITED -> "launches work under a limit";
            case STARTING, STEADY, RACE -> quiet(s);
        };
    }

    /** Missing leases with all their dependencies present are no running fault: the queue keeps itself full (F11). */
    private static String collapse(Sample s) {
        return s.regional().answering()
                ? "DNS answers, leases do not come back: DWFM works on what has expired"
                : "DNS gives no answer; leases run out";
    }

    private static String quiet(Sample s) {
        return s.regional().answering() ? "steady" : "DNS gives no answer";
    }

    private static String held(Sample s) {
        Sample.Leases leases = s.leases();
        return leases == null ? "DWFM does not answer" : Math.round(100 * leases.heldShare()) + " % held";
    }

    private static String zones(Sample s) {
        Sample.Nlb nlb = s.nlb();
        return nlb == null ? "" : String.join(", ", nlb.zonesWithdrawn());
    }

    private static long delay(Sample s) {
        Sample.Network network = s.network();
        return network == null ? 0 : Math.round(network.delayMinutes());
    }
}
