package emptyrecord.control.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** What the region was started with. */
    public record Defaults(long seed, Set<String> guards) {}

    Wanted wanted(Defaults region) {
        Wanted wanted = new Wanted(
                Optional.ofNullable(seed).orElse(region.seed()),
                Optional.ofNullable(guards)
                        .orElseGet(() -> region.guards().stream().sorted().toList()),
                Optional.ofNullable(untilMinutes).orElse(872.0),
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
