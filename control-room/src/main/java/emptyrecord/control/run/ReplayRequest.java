package emptyrecord.control.run;

import emptyrecord.night.facts.AwsMinutes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /replays}; everything may be left out.
 *
 * @param seed default the region's
 * @param guards switched on; all others are switched off; default the region's
 * @param untilMinutes T+ at which the run ends, 1 to 10000; default 872
 * @param trigger false: a quiet soak of {@code untilMinutes}
 * @param maxRounds of the race, 1 to 1000; default 20
 */
public record ReplayRequest(
        @Nullable Long seed,
        @Nullable List<String> guards,
        @Nullable Double untilMinutes,
        @Nullable Boolean trigger,
        @Nullable Integer maxRounds) {

    Wanted wanted(RunDefaults region) {
        Wanted wanted = new Wanted(
                region.seed(seed),
                region.guards(guards),
                Optional.ofNullable(untilMinutes).orElse((double) AwsMinutes.END),
                Optional.ofNullable(trigger).orElse(true),
                Optional.ofNullable(maxRounds).orElse(20));
        if (!(wanted.untilMinutes() >= 1 && wanted.untilMinutes() <= 10_000)) {
            throw new IllegalArgumentException("untilMinutes must lie between 1 and 10000");
        }
        if (wanted.maxRounds() < 1 || wanted.maxRounds() > 1000) {
            throw new IllegalArgumentException("maxRounds must lie between 1 and 1000");
        }
        return wanted;
    }

    /** The request with its defaults. */
    record Wanted(long seed, List<String> guards, double untilMinutes, boolean trigger, int maxRounds) {}
}
