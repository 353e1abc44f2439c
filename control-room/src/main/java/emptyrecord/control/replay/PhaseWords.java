package emptyrecord.control.replay;

import emptyrecord.control.core.sample.Sample;

/** Where the night stands, in words, from what is seen in one sample. */
final class PhaseWords {

    private PhaseWords() {}

    static String of(Sample s) {
        if (s.regional().empty()) {
            return "DynamoDB's name answers nothing; leases run out (" + held(s) + ")";
        }
        Sample.Leases leases = s.leases();
        if (leases != null && leases.heldShare() < .95) {
            return leases.heldShare() < .3
                    ? "DNS is back, leases are not: DWFM works on what has expired (" + held(s) + ")"
                    : "leases are made again (" + held(s) + ")";
        }
        Sample.Nlb nlb = s.nlb();
        Sample.Network network = s.network();
        if (nlb != null && !nlb.zonesWithdrawn().isEmpty()) {
            return "health checks take zones out of DNS: " + String.join(", ", nlb.zonesWithdrawn());
        }
        if (network != null && network.delayMinutes() >= 1) {
            return "network state is " + Math.round(network.delayMinutes())
                    + " min late; new instances have no network";
        }
        return s.customers().launches().getOrDefault("RequestLimitExceeded", 0) > 0
                ? "launches work under a limit"
                : "steady";
    }

    private static String held(Sample s) {
        Sample.Leases leases = s.leases();
        return leases == null ? "DWFM does not answer" : Math.round(100 * leases.heldShare()) + " % held";
    }
}
