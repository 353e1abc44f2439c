package emptyrecord.race.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The DNS of the region at one moment, for people: each enactor's plan, the lock, the tree, the rollback, and the
 * answer of {@code dig}.
 *
 * @param newestPlan of the planner
 * @param dig empty if there was no answer
 */
public record View(Optional<Long> newestPlan, List<Holder> enactors, ZoneView zone, Optional<Dig> dig) {

    public View {
        enactors = List.copyOf(enactors);
    }

    /**
     * An enactor.
     *
     * @param plan in its memory
     * @param stands its position
     */
    public record Holder(String name, Optional<Long> plan, String stands) {}

    /** One screen, about ten lines of at most 100 characters. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("planner", "newest " + newestPlan.map(p -> "plan " + p).orElse("plan unknown")));
        for (Holder holder : enactors) {
            lines.add(row(holder.name(), String.format("%-16s %s", held(holder), holder.stands())));
        }
        lines.add(row("lock", zone.lock()));
        lines.add(row("trees", trees()));
        lines.add(row("name", arrow(zone.active())));
        lines.add(row("_rollback", arrow(zone.rollback())));
        lines.add(row("dig", dig.map(Dig::line).orElse("no answer")));
        return lines;
    }

    private static String held(Holder holder) {
        return holder.plan().map(p -> "holds plan " + p).orElse("holds nothing");
    }

    private String trees() {
        return zone.trees().isEmpty()
                ? "none"
                : "plans "
                        + String.join(
                                " ", zone.trees().stream().map(String::valueOf).toList());
    }

    private String arrow(Optional<String> target) {
        return target.map(t -> "-> " + t + (zone.dangles(target) ? "   WHICH IS NOT THERE" : ""))
                .orElse("not there yet");
    }

    private static String row(String name, String text) {
        return String.format("  %-14s %s", name, text).stripTrailing();
    }
}
