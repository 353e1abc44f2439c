package emptyrecord.enactor.telemetry;

import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.PlanGeneration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** The outcome of the enactor's last pass, for an operator who asked it to apply a plan now. */
public final class LastPass implements EnactorObserver {

    private final TreeSet<String> flipped = new TreeSet<>();
    private final TreeMap<String, String> left = new TreeMap<>();
    private OptionalLong plan = OptionalLong.empty();
    private Outcome last = new Outcome(0, OptionalLong.empty(), List.of(), Map.of());

    /**
     * A completed poll.
     *
     * @param number of polls since the start
     * @param plan that was applied or tried, empty when there was none newer than the active one
     * @param flipped endpoints that went live on it
     * @param left endpoints that did not, and why
     */
    public record Outcome(long number, OptionalLong plan, List<String> flipped, Map<String, String> left) {}

    public synchronized Outcome last() {
        return last;
    }

    /** The enactor goes back to waiting for its next poll. */
    public synchronized void over() {
        last = new Outcome(last.number() + 1, plan, List.copyOf(flipped), Map.copyOf(left));
        plan = OptionalLong.empty();
        flipped.clear();
        left.clear();
    }

    @Override
    public synchronized void planPicked(PlanGeneration picked, PlanGeneration activeBefore) {
        plan = OptionalLong.of(picked.value());
    }

    @Override
    public synchronized void planFlipped(At at) {
        flipped.add(at.endpoint().name());
        left.remove(at.endpoint().name());
    }

    @Override
    public synchronized void flipRefused(At at, String message) {
        left.put(at.endpoint().name(), message);
    }

    @Override
    public synchronized void planSkipped(At at, Skip why) {
        if (why != Skip.ALREADY_CURRENT) {
            left.putIfAbsent(
                    at.endpoint().name(), why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
