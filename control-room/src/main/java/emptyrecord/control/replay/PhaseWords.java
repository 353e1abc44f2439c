package emptyrecord.control.replay;

import emptyrecord.control.core.phase.NightPhase;
import emptyrecord.control.core.sample.Sample;

/** Where the night stands, in words, from what is seen in one sample. */
public final class PhaseWords {

    private PhaseWords() {}

    public static String of(Sample s) {
        return switch (NightPhase.of(s, false)) {
            case RECORD_EMPTY -> "DynamoDB's name answers nothing; leases run out (" + held(s) + ")";
            case LEASE_COLLAPSE -> "DNS is back, leases are not: DWFM works on what has expired (" + held(s) + ")";
            case LEASES_RETURN -> "leases are made again (" + held(s) + ")";
            case ZONES_OUT -> "health checks take zones out of DNS: " + zones(s);
            case NETWORK_LATE -> "network state is " + delay(s) + " min late; new instances have no network";
            case LAUNCHES_LIMITED -> "launches work under a limit";
            case STARTING, STEADY, RACE -> "steady";
        };
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
