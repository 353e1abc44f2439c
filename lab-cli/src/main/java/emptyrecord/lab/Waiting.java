package emptyrecord.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A wait with an end: looks again and again, and says what was still open when the time is over. */
final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Instant begun = Instant.now();
    private final Duration limit;

    Waiting(Duration limit) {
        this.limit = limit;
    }

    /** Pauses until the next look; {@code open} is what is being waited for. */
    void goOn(String open) {
        goOn(open, LOOK_AGAIN);
    }

    /** @param pause real time until the next look */
    void goOn(String open, Duration pause) {
        if (Duration.between(begun, Instant.now()).compareTo(limit) > 0) {
            throw new LabException(open + " after " + limit.toSeconds() + " s; look at ./lab logs");
        }
        pause(pause);
    }

    /** Returns when all answer their health checks; one that has ended is told at once, with its log. */
    void untilHealthy(Platform platform, List<ServiceSpec> services, Http http) {
        List<ServiceSpec> open = new ArrayList<>(services);
        while (true) {
            open.removeIf(http::healthy);
            if (open.isEmpty()) {
                return;
            }
            for (ServiceSpec service : open) {
                if (!platform.living().containsKey(service.name())) {
                    throw new LabException(
                            service.name() + " ended while it started; its log: " + platform.log(service.name(), 15));
                }
            }
            goOn("not healthy: " + open.stream().map(ServiceSpec::name).toList());
        }
    }

    static void pause() {
        pause(LOOK_AGAIN);
    }

    static void pause(Duration real) {
        try {
            Thread.sleep(real);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted");
        }
    }
}
