package emptyrecord.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Brings the region up on its platform, waits until it is steady, and takes it down. */
final class Launcher {

    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(180);
    private static final Duration STEADY_WITHIN = Duration.ofSeconds(240);

    /** Leases that come later than this will not come. */
    private static final Duration LEASES_WITHIN = Duration.ofSeconds(30);

    private static final int DWFM_STARTS_MAX = 3;

    /** Incident time without a write to the lease table after which dwfm puts its droplets into service anew. */
    private static final Duration LEASES_FORGOTTEN = Duration.ofMinutes(12);

    private final Lab lab;
    private final Consumer<String> say;

    Launcher(Lab lab, Consumer<String> say) {
        this.lab = lab;
        this.say = say;
    }

    /** Starts everything and returns when the region is steady; on any failure nothing is left running. */
    void up(Wish wish) {
        refuseHalfDead();
        requireFit();
        Platform platform = lab.platform();
        Thread undo = new Thread(platform::stop, "stop-on-interrupt");
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            Instant begun = Instant.now();
            platform.start(wish);
            new Waiting(HEALTHY_WITHIN).untilHealthy(platform, platform.services(), lab.http());
            say.accept("all " + platform.services().size() + " services are healthy after " + since(begun));
            awaitSteady();
            say.accept("the region is steady after " + since(begun));
        } catch (RuntimeException e) {
            platform.stop();
            throw e;
        } finally {
            removeHook(undo);
        }
    }

    private void refuseHalfDead() {
        if (lab.platform().isUp()) {
            throw new LabException("the region is up already; ./lab status shows it, ./lab down stops it");
        }
        if (!lab.platform().living().isEmpty()) {
            throw new LabException(
                    "an earlier run left " + lab.platform().living().keySet() + " behind; stop them with ./lab "
                            + lab.platform().option() + "down");
        }
    }

    /** @throws LabException naming everything that stands in the way */
    private void requireFit() {
        List<String> bad = lab.platform().examine().stream()
                .filter(f -> !f.ok())
                .map(f -> f.what() + ": " + f.advice())
                .toList();
        if (!bad.isEmpty()) {
            throw new LabException("the region cannot be started here:\n  " + String.join("\n  ", bad));
        }
    }

    /**
     * The control room says when names resolve, leases are held and canaries are green. A machine that stalls while ten
     * processes start can bring about the night's lease collapse by itself; then dwfm starts anew, before there is a history.
     */
    private void awaitSteady() {
        Waiting waiting = new Waiting(STEADY_WITHIN);
        Instant dwfmBegun = Instant.now();
        int dwfmStarts = 1;
        String shown = "";
        while (true) {
            JsonNode steady = lab.http().get(lab.control().resolve("/steady"));
            if (steady.path("steady").asBoolean()) {
                return;
            }
            String open = openChecks(steady);
            if (!open.equals(shown)) {
                say.accept("waiting for: " + open);
                shown = open;
            }
            boolean late = Duration.between(dwfmBegun, Instant.now()).compareTo(LEASES_WITHIN) > 0;
            if (late && open.contains("leases") && dwfmStarts < DWFM_STARTS_MAX) {
                say.accept("dwfm lost its leases while the machine was busy; starting it anew");
                startDwfmAnew();
                dwfmStarts++;
                dwfmBegun = Instant.now();
            }
            waiting.goOn("not steady, waiting for: " + open + " (a slower speed helps a weak machine)");
        }
    }

    private void startDwfmAnew() {
        ServiceSpec dwfm = lab.platform().named("dwfm");
        lab.platform().stop(dwfm);
        Waiting.pause(Duration.ofNanos(
                (long) (LEASES_FORGOTTEN.toNanos() / lab.running().speed())));
        lab.platform().startAgain(dwfm);
        new Waiting(HEALTHY_WITHIN).untilHealthy(lab.platform(), List.of(dwfm), lab.http());
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
}
