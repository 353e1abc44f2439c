package emptyrecord.lab;

import emptyrecord.lab.start.Seen;
import emptyrecord.lab.start.Seen.State;
import emptyrecord.lab.start.StartBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits for a start's stages and says meanwhile how far each service is; a failure names the cause, not its victims. */
final class StartWait {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(180);

    private final Lab lab;
    private final StartDisplay display;
    private final HealthProbe probe = new HealthProbe();
    private final StartBoard board = new StartBoard();
    private final Instant begun = Instant.now();

    StartWait(Lab lab, StartDisplay display) {
        this.lab = lab;
        this.display = display;
    }

    Duration since() {
        return Duration.between(begun, Instant.now());
    }

    /**
     * Returns when all of these are healthy; others are shown as waiting.
     *
     * @throws LabException when one ends, or after 180 s, with the cause
     */
    void untilHealthy(List<ServiceSpec> wanted) {
        Waiting waiting = new Waiting(HEALTHY_WITHIN);
        Set<String> names = wanted.stream().map(ServiceSpec::name).collect(Collectors.toSet());
        while (true) {
            List<Seen> now = look(names);
            board.news(now, since()).forEach(display::line);
            List<Seen> chain =
                    now.stream().filter(s -> names.contains(s.service())).toList();
            if (chain.stream().allMatch(s -> s.state() == State.HEALTHY)) {
                return;
            }
            if (chain.stream().anyMatch(s -> s.state() == State.ENDED) || waiting.isOver()) {
                throw new LabException(new StartFailure(lab, probe).notHealthy(chain, since()));
            }
            display.status(StartBoard.open(now, since()));
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private List<Seen> look(Collection<String> wanted) {
        Platform platform = lab.platform();
        Set<String> living = platform.living().keySet();
        Map<String, Ends.End> ended = Ends.newest(platform.ends(), begun);
        return platform.services().stream()
                .map(s -> look(s, wanted.contains(s.name()), living.contains(s.name()), ended))
                .toList();
    }

    private Seen look(ServiceSpec service, boolean wanted, boolean lives, Map<String, Ends.End> ended) {
        String name = service.name();
        Ends.End end = ended.get(name);
        if (end != null) {
            return new Seen(name, State.ENDED, end.words());
        }
        if (!lives) {
            return wanted ? new Seen(name, State.ENDED, "somebody stopped it") : new Seen(name, State.WAITING, "");
        }
        return probe.health(service)
                .map(h -> new Seen(name, h.well() ? State.HEALTHY : State.UNHEALTHY, h.detail()))
                .orElseGet(() -> new Seen(name, State.STARTING, ""));
    }

    /** See {@link SteadyWait}. */
    void untilSteady() {
        new SteadyWait(lab, display, probe, begun).untilSteady();
    }
}
