package emptyrecord.e2e.kill;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leads the region through the night again and again: calm, the empty name until leases are lost, the collapse after the
 * name is back, and the operators' remedy, throttle and restarts (F12). Each phase ends when its state is reached, or
 * after a while, because kills come in between.
 */
final class Operators implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration REMEDY_AGAIN = Duration.ofSeconds(12);

    private final Ec2Region region;
    private final SplittableRandom random;
    private volatile Phase phase = Phase.CALM;
    private volatile boolean closing;

    /** What the region is going through. */
    enum Phase {
        CALM("in the calm"),
        NAME_EMPTY("while the name is empty"),
        NAME_BACK("after the name is back, in the collapse if leases were lost"),
        REMEDY("during throttle and restarts");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Operators(Ec2Region region, SplittableRandom random) {
        this.region = region;
        this.random = random;
    }

    Phase phase() {
        return phase;
    }

    /** One night. */
    void look() throws InterruptedException {
        phase = Phase.CALM;
        pause(() -> held() >= 0.9, LONGEST);
        pause(() -> false, Duration.ofMillis(random.nextLong(2000, 6000)));
        phase = Phase.NAME_EMPTY;
        repeat(() -> region.nameHasAddress(false));
        pause(() -> held() < 0.2, LONGEST);
        phase = Phase.NAME_BACK;
        repeat(() -> region.nameHasAddress(true));
        pause(() -> false, Duration.ofMillis(random.nextLong(2000, 8000)));
        phase = Phase.REMEDY;
        remedy();
    }

    /** Throttle and restart of the hosts that need it, until the leases are back; a killed DWFM forgets the throttle. */
    void remedy() throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (!closing && Instant.now().isBefore(end) && held() < 0.9) {
            send("PUT", "/operations/throttle", "{\"share\":0.27}");
            for (String host : Ec2Region.HOSTS) {
                if (held(host) < 0.5) {
                    send("POST", "/operations/hosts/" + host + "/restart", "");
                }
            }
            pause(() -> held() >= 0.9, REMEDY_AGAIN);
        }
        repeat(() -> send("DELETE", "/operations/throttle", ""));
    }

    /** The calm again, for good. */
    boolean isHealed() throws InterruptedException {
        region.nameHasAddress(true);
        closing = false;
        remedy();
        return held() >= 0.9;
    }

    private void pause(BooleanSupplier done, Duration longest) throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        while (!closing && Instant.now().isBefore(end) && !done.getAsBoolean()) {
            Thread.sleep(100);
        }
    }

    private void repeat(BooleanSupplier step) throws InterruptedException {
        pause(step, LONGEST);
    }

    /** Share of the leases that DWFM holds; 0 while it does not answer. */
    double held() {
        return state().path("leasesHeld").asInt() / (double) Ec2Region.DROPLETS;
    }

    private double held(String host) {
        for (JsonNode each : state().path("hosts")) {
            if (each.path("host").asString().equals(host)) {
                return each.path("leasesHeld").asInt() / (double) Ec2Region.DROPLETS_PER_HOST;
            }
        }
        return 0;
    }

    JsonNode state() {
        try {
            return JSON.readTree(region.dwfm.get("/state").body());
        } catch (IOException | tools.jackson.core.JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private boolean send(String method, String path, String json) {
        try {
            return region.dwfm.send(method, path, json).statusCode() < 300;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the current night early. */
    @Override
    public void close() {
        closing = true;
    }
}
