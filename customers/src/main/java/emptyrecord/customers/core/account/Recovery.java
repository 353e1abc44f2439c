package emptyrecord.customers.core.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who of some clients recovered when, by the longest spell of each.
 *
 * @param neverHarmed clients without a spell
 * @param byThemselves clients whose spell ended in the process that it began in, or in one that had failed as well
 * @param afterRestart clients whose spell ended with the first action of a new process
 * @param notYet clients whose spell lasts
 * @param firstHarmed when the first of them was harmed; null if none was
 * @param median when half of those that recovered had; null if none did
 * @param lastOne when the last of those that recovered did; null if none did
 * @param longest the longest spell so far
 */
public record Recovery(
        int neverHarmed,
        int byThemselves,
        int afterRestart,
        int notYet,
        @Nullable Instant firstHarmed,
        @Nullable Instant median,
        @Nullable Instant lastOne,
        Duration longest) {

    /** @param longestOfEach one entry a client, null for one that was never harmed */
    public static Recovery of(List<@Nullable Spell> longestOfEach, Instant now) {
        List<Spell> harmed = longestOfEach.stream().filter(Objects::nonNull).toList();
        List<Instant> recovered = harmed.stream()
                .map(Spell::until)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int restarts = (int) harmed.stream().filter(Spell::afterRestart).count();
        return new Recovery(
                longestOfEach.size() - harmed.size(),
                recovered.size() - restarts,
                restarts,
                harmed.size() - recovered.size(),
                harmed.stream().map(Spell::from).min(Comparator.naturalOrder()).orElse(null),
                recovered.isEmpty() ? null : recovered.get((recovered.size() - 1) / 2),
                recovered.isEmpty() ? null : recovered.getLast(),
                harmed.stream()
                        .map(s -> s.length(now))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }
}
