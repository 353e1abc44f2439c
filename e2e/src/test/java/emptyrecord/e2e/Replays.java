package emptyrecord.e2e;

import emptyrecord.e2e.observability.Prometheus;
import org.jspecify.annotations.Nullable;

/**
 * The replays that several test classes use: a quiet one, then the night, in one region as its users play them. They
 * are played once, when the first test asks, and scraped by Prometheus where there is one. The quiet one is first: after
 * a night, windows of five minutes still include it.
 */
public final class Replays {

    public static final long SEED = 20251020;

    /** Fast enough for a gate, slow enough for two noisy cores: the night in seven and a half minutes. */
    private static final String SPEED = "120";

    private static @Nullable Replays played;

    private final LabRun quiet;
    private final LabRun night;

    private Replays() {
        Prometheus.watch();
        LabRun.up(SPEED);
        try {
            quiet = LabRun.replay("quiet", "--seed", "11", "--quiet", "--until", "120");
            night = LabRun.replay("night", "--seed", String.valueOf(SEED));
        } finally {
            LabRun.down();
        }
    }

    /** The night, from the trigger to T+872. */
    public static LabRun night() {
        return played().night;
    }

    /** Two hours without any action on the region. */
    public static LabRun quiet() {
        return played().quiet;
    }

    private static synchronized Replays played() {
        if (played == null) {
            played = new Replays();
        }
        return played;
    }
}
