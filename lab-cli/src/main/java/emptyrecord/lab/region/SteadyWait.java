package emptyrecord.lab.region;

import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.run.Steady;
import emptyrecord.lab.client.HealthProbe;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.platform.ServiceEnds;
import emptyrecord.lab.start.StartCause;
import emptyrecord.lab.start.StartCause.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits until the control room calls the region steady: names resolve, leases are held, canaries are green. */
final class SteadyWait {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    private static final Duration STEADY_WITHIN = Duration.ofSeconds(240);

    private final RegionAccess lab;
    private final StartDisplay display;
    private final HealthProbe probe;
    private final Instant begun;
    private final Set<ServiceEnds.End> told = new HashSet<>();
    private String shown = "";

    SteadyWait(RegionAccess lab, StartDisplay display, HealthProbe probe, Instant begun) {
        this.lab = lab;
        this.display = display;
        this.probe = probe;
        this.begun = begun;
    }

    /** @throws LabException after 240 s, with the first check of the chain that is not met */
    void untilSteady() {
        Waiting waiting = new Waiting(STEADY_WITHIN);
        while (true) {
            Steady steady = probe.read(lab.control(), ControlRoom.STEADY).orElse(null);
            if (steady != null && steady.steady()) {
                return;
            }
            List<Open> open = steady == null ? List.of() : StartCause.inOrder(open(steady));
            tellEnds();
            if (waiting.isOver()) {
                throw new LabException(new StartFailure(lab, probe).notSteady(open, told, since()));
            }
            show(open);
            Waiting.pause(LOOK_AGAIN);
        }
    }

    /** A service that ends now is started again by its keeper, so the wait continues. */
    private void tellEnds() {
        Collection<ServiceEnds.End> ends =
                ServiceEnds.newest(lab.platform().ends(), begun).values();
        for (ServiceEnds.End end : ends) {
            if (told.add(end)) {
                display.line("  " + end.service() + " ended: " + end.words() + "; it is started again");
            }
        }
    }

    /** A line when other checks are open than before; their numbers go into the line that is refreshed. */
    private void show(List<Open> open) {
        String words = open.isEmpty()
                ? "waiting for the control room"
                : "waiting for: " + open.stream().map(Open::toString).collect(Collectors.joining(", "));
        String names = open.stream().map(Open::check).collect(Collectors.joining(", "));
        if (!names.equals(shown)) {
            display.line(words);
            shown = names;
        }
        display.status(since().toSeconds() + " s: " + words);
    }

    private Duration since() {
        return Duration.between(begun, Instant.now());
    }

    static List<Open> open(Steady steady) {
        return steady.open().stream()
                .map(check -> new Open(check.name(), check.detail()))
                .toList();
    }
}
