package emptyrecord.lab;

import emptyrecord.lab.start.Seen;
import emptyrecord.lab.start.Seen.State;
import emptyrecord.lab.start.StartBoard;
import emptyrecord.lab.start.StartCause;
import emptyrecord.lab.start.StartCause.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Waits for a start's stages and says meanwhile how far each service is; a failure names the cause, not its victims. */
final class StartWait {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STEADY_WITHIN = Duration.ofSeconds(240);

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

    /** Returns when the control room calls the region steady: names resolve, leases are held, canaries are green. */
    void untilSteady() {
        Waiting waiting = new Waiting(STEADY_WITHIN);
        String shown = "";
        while (true) {
            JsonNode steady = probe.json(lab.control().resolve("/steady")).orElse(null);
            if (steady != null && steady.path("steady").asBoolean()) {
                return;
            }
            List<Open> open = steady == null ? List.of() : StartCause.inOrder(open(steady));
            Map<String, Ends.End> ended = Ends.newest(lab.platform().ends(), begun);
            if (!ended.isEmpty() || waiting.isOver()) {
                throw new LabException(new StartFailure(lab, probe).notSteady(open, ended.values(), since()));
            }
            String names = open.stream().map(Open::check).collect(Collectors.joining(", "));
            String words = waitingFor(open);
            if (!names.equals(shown)) {
                display.line(words);
                shown = names;
            }
            display.status(since().toSeconds() + " s: " + words);
            Waiting.pause(LOOK_AGAIN);
        }
    }

    private static String waitingFor(List<Open> open) {
        return open.isEmpty()
                ? "waiting for the control room"
                : "waiting for: " + open.stream().map(Open::toString).collect(Collectors.joining(", "));
    }

    static List<Open> open(JsonNode steady) {
        List<Open> open = new ArrayList<>();
        for (JsonNode check : steady.path("checks")) {
            if (!check.path("ok").asBoolean()) {
                open.add(new Open(
                        check.path("name").asString(), check.path("detail").asString("")));
            }
        }
        return open;
    }
}
