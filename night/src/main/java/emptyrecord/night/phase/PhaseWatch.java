package emptyrecord.night.phase;

import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.time.Instant;

/**
 * The phase as a curve that people can read. A worse phase shows at once; one that flickers ends only when it has not
 * been seen for {@link #PAUSE}, as the report joins its spans. Until the region has been steady once, it is starting.
 * Not thread-safe.
 */
public final class PhaseWatch {

    /** Incident time. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    private NightPhase shown = NightPhase.STARTING;
    private Instant lastSeen = Instant.MIN;

    /**
     * Adds a sample.
     *
     * @param at incident instant of the sample
     * @param racing while a replay's trigger works and the record is not empty yet
     */
    public void see(Sample sample, Instant at, boolean racing) {
        NightPhase now = NightPhase.of(sample, racing);
        if (shown == NightPhase.STARTING
                && (now != quiet(sample) || !sample.gaps().isEmpty())) {
            return;
        }
        boolean pausing = shown.flickers() && now.compareTo(shown) < 0 && at.isBefore(lastSeen.plus(PAUSE));
        if (!pausing) {
            shown = now;
            lastSeen = at;
        }
    }

    /** The phase of a steady region: also a limit that operators left on, which ends no steady state. */
    private static NightPhase quiet(Sample sample) {
        return sample.launchesLimited() ? NightPhase.LAUNCHES_LIMITED : NightPhase.STEADY;
    }

    public NightPhase now() {
        return shown;
    }
}
