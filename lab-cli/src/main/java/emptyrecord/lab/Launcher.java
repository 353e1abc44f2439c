package emptyrecord.lab;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Brings the region up as local processes, waits until it is steady, and takes it down. */
final class Launcher {

    static final URI CONTROL = URI.create("http://127.0.0.1:" + Region.CONTROL_PORT);

    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STEADY_WITHIN = Duration.ofSeconds(240);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final LabHome home;
    private final Processes processes;
    private final Http http;
    private final Consumer<String> say;

    Launcher(LabHome home, Http http, Consumer<String> say) {
        this.home = home;
        this.processes = new Processes(home);
        this.http = http;
        this.say = say;
    }

    /** Whether every service of the region lives. */
    boolean isUp() {
        return processes.living().size() == Region.services().size();
    }

    /** Starts everything and returns when the region is steady; on any failure nothing is left running. */
    void up(double speed, long seed, boolean keepData) {
        refuseHalfDead();
        new Doctor(home, processes).requireFit();
        LabHome.Started region = region(speed, seed, keepData);
        Thread undo = new Thread(processes::stopAll, "stop-on-interrupt");
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            new StartupCaches(home).make(say);
            Instant begun = Instant.now();
            startDns(region, begun);
            Region.afterDns().forEach(service -> processes.start(service, region));
            awaitHealthy(Region.services(), begun);
            say.accept("all " + Region.services().size() + " services are healthy after " + since(begun));
            awaitSteady();
            say.accept("the region is steady after " + since(begun));
        } catch (RuntimeException e) {
            processes.stopAll();
            throw e;
        } finally {
            removeHook(undo);
        }
    }

    int down() {
        return processes.stopAll();
    }

    private LabHome.Started region(double speed, long seed, boolean keepData) {
        Optional<LabHome.Started> before = keepData ? home.started() : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        home.clear();
        LabHome.Started fresh = new LabHome.Started(speed, seed, Instant.now());
        home.started(fresh);
        return fresh;
    }

    private void refuseHalfDead() {
        Map<String, ProcessHandle> living = processes.living();
        if (!living.isEmpty()) {
            throw new LabException(
                    isUp()
                            ? "the region is up already; ./lab status shows it, ./lab down stops it"
                            : "an earlier run left " + living.keySet() + " behind; stop them with ./lab down");
        }
    }

    /** Names first: who asks for one that is not there yet keeps the empty answer for a quarter of an incident hour. */
    private void startDns(LabHome.Started region, Instant begun) {
        Region.dns().forEach(service -> processes.start(service, region));
        awaitHealthy(Region.dns(), begun);
        URI answers = Region.named("fake-route53").url().resolve("/answers?name=" + Region.REGIONAL_NAME);
        while (http.get(answers).path("possible").asInt() == 0) {
            requireWithin(HEALTHY_WITHIN, begun, "the regional name has no address yet");
            pause();
        }
    }

    private static void requireWithin(Duration limit, Instant begun, String otherwise) {
        if (Duration.between(begun, Instant.now()).compareTo(limit) > 0) {
            throw new LabException(otherwise + " after " + limit.toSeconds() + " s; look at ./lab logs");
        }
    }

    private void awaitHealthy(List<ServiceSpec> services, Instant begun) {
        List<ServiceSpec> waiting = new ArrayList<>(services);
        while (!waiting.isEmpty()) {
            for (ServiceSpec service : waiting) {
                if (processes.find(service.name()).isEmpty()) {
                    throw new LabException(service.name() + " ended while it started; its log is "
                            + home.log(service.name()) + ":\n" + LogsCommand.tail(home.log(service.name()), 15));
                }
            }
            waiting.removeIf(http::healthy);
            requireWithin(
                    HEALTHY_WITHIN,
                    begun,
                    "not healthy: " + waiting.stream().map(ServiceSpec::name).toList());
            pause();
        }
    }

    /** The control room says when names resolve, leases are held and canaries are green. */
    private void awaitSteady() {
        Instant begun = Instant.now();
        String shown = "";
        while (true) {
            JsonNode steady = http.get(CONTROL.resolve("/steady"));
            if (steady.path("steady").asBoolean()) {
                return;
            }
            String open = openChecks(steady);
            if (!open.equals(shown)) {
                say.accept("waiting for: " + open);
                shown = open;
            }
            if (Duration.between(begun, Instant.now()).compareTo(STEADY_WITHIN) > 0) {
                throw new LabException("not steady after " + STEADY_WITHIN.toSeconds() + " s, waiting for: " + open
                        + "; a slower speed helps a weak machine");
            }
            pause();
        }
    }

    static String openChecks(JsonNode steady) {
        List<String> open = new ArrayList<>();
        for (JsonNode check : steady.path("checks")) {
            if (!check.path("ok").asBoolean()) {
                open.add(check.path("name").asString());
            }
        }
        return String.join(", ", open);
    }

    static void removeHook(Thread undo) {
        try {
            Runtime.getRuntime().removeShutdownHook(undo);
        } catch (IllegalStateException alreadyEnding) {
            undo.interrupt();
        }
    }

    private static String since(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis() / 1000.0 + " s";
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted");
        }
    }
}
