package emptyrecord.control.watch;

import emptyrecord.night.phase.NightPhase;
import emptyrecord.night.phase.PhaseWatch;
import emptyrecord.night.sample.Sample;
import java.time.Instant;

/** The phase of the night, written by the watcher and read by page and metrics. */
public final class CurrentPhase {

    private final PhaseWatch phases = new PhaseWatch();

    /** @see PhaseWatch#see */
    public synchronized void see(Sample sample, Instant at, boolean racing) {
        phases.see(sample, at, racing);
    }

    public synchronized NightPhase now() {
        return phases.now();
    }
}
