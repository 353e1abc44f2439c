package emptyrecord.night.phase;

import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.Locale;

/** The state of the night as one word: the worst phase that a sample shows. Ordered from mild to grave. */
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

    /** @param racing while a replay's trigger works and the record is not empty yet */
    public static NightPhase of(Sample s, boolean racing) {
        if (s.regional().empty()) {
            return RECORD_EMPTY;
        }
        double held = Measurement.LEASES_HELD_SHARE.in(s);
        if (Thresholds.LEASES_HELD.missedBy(held)) {
            return Thresholds.LEASES_COLLAPSED.missedBy(held) ? LEASE_COLLAPSE : LEASES_RETURN;
        }
        if (Measurement.ZONES_WITHDRAWN.in(s) > 0) {
            return ZONES_OUT;
        }
        if (Thresholds.DELAY_NOTICED.reachedBy(Measurement.PROPAGATION_DELAY_MINUTES.in(s))) {
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

    /** Flickers from sample to sample while it lasts: zones leave and return, a refusal comes now and then. */
    boolean flickers() {
        return this == LAUNCHES_LIMITED || this == NETWORK_LATE || this == ZONES_OUT;
    }
}
