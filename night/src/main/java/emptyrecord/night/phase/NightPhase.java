package emptyrecord.night.phase;

import emptyrecord.night.sample.Sample;
import java.util.Locale;

/** Where the night stands, as one word; from what is seen in a sample, the gravest that holds. Ordered by gravity. */
public enum NightPhase {
    STARTING,
    STEADY,
    RACE,
    LAUNCHES_LIMITED,
    NETWORK_LATE,
    ZONES_OUT,
    LEASES_RETURN,
    LEASE_COLLAPSE,
    RECORD_EMPTY;

    /** Leases on so many droplets count as all of them (milestone {@code leases-held}). */
    private static final double LEASES_HELD = .95;

    /** Under so many, leases are lost, whether the name answers or not (our choice). */
    private static final double COLLAPSED = .3;

    /** Propagation delay in minutes that people begin to notice (our choice). */
    private static final double LATE = 1;

    /** @param racing while a replay's trigger works and the record is not empty yet */
    public static NightPhase of(Sample s, boolean racing) {
        if (s.regional().empty()) {
            return RECORD_EMPTY;
        }
        Sample.Leases leases = s.leases();
        if (leases != null && leases.heldShare() < LEASES_HELD) {
            return leases.heldShare() < COLLAPSED ? LEASE_COLLAPSE : LEASES_RETURN;
        }
        Sample.Nlb nlb = s.nlb();
        if (nlb != null && !nlb.zonesWithdrawn().isEmpty()) {
            return ZONES_OUT;
        }
        Sample.Network network = s.network();
        if (network != null && network.delayMinutes() >= LATE) {
            return NETWORK_LATE;
        }
        if (s.launchesLimited() || s.customers().launches().getOrDefault("RequestLimitExceeded", 0) > 0) {
            return LAUNCHES_LIMITED;
        }
        return racing ? RACE : STEADY;
    }

    /** As metrics write it: {@code record-empty}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Comes and goes from sample to sample while it lasts: zones leave and return, a refusal comes now and then. */
    boolean flickers() {
        return this == LAUNCHES_LIMITED || this == NETWORK_LATE || this == ZONES_OUT;
    }
}
