package emptyrecord.e2e;

import emptyrecord.e2e.observability.Prometheus;
import java.util.HashMap;
import java.util.Map;

/**
 * The replays that several test classes use. Each is played once, when the first test asks for it, and scraped by
 * Prometheus where there is one.
 */
public final class Replays {

    public static final long SEED = 20251020;

    private static final Map<String, LabRun> PLAYED = new HashMap<>();

    private Replays() {}

    /** The night, from the trigger to T+872. */
    public static LabRun night() {
        return played("night", "--seed", String.valueOf(SEED));
    }

    /** Two hours without any action on the region. */
    public static LabRun quiet() {
        return played("quiet", "--seed", "11", "--quiet", "--until", "120");
    }

    private static synchronized LabRun played(String name, String... options) {
        LabRun run = PLAYED.get(name);
        if (run == null) {
            Prometheus.watch();
            run = LabRun.replay(name, options);
            PLAYED.put(name, run);
        }
        return run;
    }
}
