package emptyrecord.lab.region;

import emptyrecord.lab.client.HealthProbe;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.platform.Platform;
import emptyrecord.lab.platform.ServiceEnds;
import emptyrecord.lab.start.ServiceProgress;
import emptyrecord.lab.start.ServiceProgress.State;
import emptyrecord.lab.start.StartProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits for a start's stages and reports each service's progress. A failure names the cause, not its effects. */
public final class StartWait {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(180);

    private final RegionAccess lab;
    private final StartDisplay display;
    private final HealthProbe probe = new HealthProbe();
    private final StartProgress board = new StartProgress();
    private final Instant begun = Instant.now();

    public StartWait(RegionAccess lab, StartDisplay display) {
        this.lab = lab;
        this.display = display;
    }

    public Duration since() {
        return Duration.between(begun, Instant.now());
    }

    /**
     * Returns when all of these are healthy; others are shown as waiting.
     *
     * @throws LabException when one ends, or after 180 s, with the cause
     */
    public void untilHealthy(List<ServiceSpec> wanted) {
        Waiting waiting = new Waiting(HEALTHY_WITHIN);
        Set<String> names = wanted.stream().map(ServiceSpec::name).collect(Collectors.toSet());
        while (true) {
            List<ServiceProgress> now = look(names);
            board.news(now, since()).forEach(display::line);
            List<ServiceProgress> chain =
                    now.stream().filter(s -> names.contains(s.service())).toList();
            if (chain.stream().allMatch(s -> s.state() == State.HEALTHY)) {
                return;
            }
            if (chain.stream().anyMatch(s -> s.state() == State.ENDED) || waiting.isOver()) {
                throw new LabException(new StartFailure(lab, probe).notHealthy(chain, since()));
            }
            display.status(StartProgress.open(now, since()));
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private List<ServiceProgress> look(Collection<String> wanted) {
        Platform platform = lab.platform();
        Set<String> living = platform.living().keySet();
        Map<String, ServiceEnds.End> ended = ServiceEnds.newest(platform.ends(), begun);
        return platform.services().stream()
                .map(s -> look(s, wanted.contains(s.name()), living.contains(s.name()), ended))
                .toList();
    }

    private ServiceProgress look(
            ServiceSpec service, boolean wanted, boolean lives, Map<String, ServiceEnds.End> ended) {
        String name = service.name();
        ServiceEnds.End end = ended.get(name);
        if (end != null) {
            return new ServiceProgress(name, State.ENDED, end.words());
        }
        if (!lives) {
            return wanted
                    ? new ServiceProgress(name, State.ENDED, "somebody stopped it")
                    : new ServiceProgress(name, State.WAITING, "");
        }
        return probe.health(service)
                .map(h -> new ServiceProgress(name, h.well() ? State.HEALTHY : State.UNHEALTHY, h.detail()))
                .orElseGet(() -> new ServiceProgress(name, State.STARTING, ""));
    }

    /** See {@link SteadyWait}. */
    void untilSteady() {
        new SteadyWait(lab, display, probe, begun).untilSteady();
    }
}
