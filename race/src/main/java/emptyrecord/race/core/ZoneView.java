package emptyrecord.race.core;

import emptyrecord.enactor.core.PlanTree;
import emptyrecord.enactor.core.ZoneHead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint's zone for people.
 *
 * @param name the zone's, which is the customers' name
 * @param active target of the customers' name, without the zone
 * @param rollback target of the rollback ALIAS, without the zone
 * @param lock for example {@code held by dns-enactor-a} or {@code free}
 * @param trees the plans that have a tree, oldest first
 */
public record ZoneView(String name, Optional<String> active, Optional<String> rollback, String lock, List<Long> trees) {

    private static final Pattern LOCK = Pattern.compile("holder=(\\S+) until=([0-9]{1,18})");

    public ZoneView {
        trees = List.copyOf(trees);
    }

    static ZoneView of(CoreZones zones, String zone, Instant now) {
        ZoneHead head = zones.peek(zone);
        return new ZoneView(
                zone,
                head.apex().map(alias -> shortOf(alias.target(), zone)),
                zones.rollback(zone).map(target -> shortOf(target, zone)),
                head.lock().map(text -> lock(text.text(), now)).orElse("never taken"),
                zones.peekTrees(zone).stream()
                        .map(PlanTree::plan)
                        .map(plan -> plan.value())
                        .toList());
    }

    /** {@code plan-145.zone} as {@code plan-145}. */
    public static String shortOf(String target, String zone) {
        return target.endsWith("." + zone) ? target.substring(0, target.length() - zone.length() - 1) : target;
    }

    /** A lock's text in words (F35). */
    public static String lock(String text, Instant now) {
        Matcher parts = LOCK.matcher(text);
        if (!parts.matches()) {
            return "free (no lock of ours: " + text + ")";
        }
        long until = Long.parseLong(parts.group(2));
        if (until == 0) {
            return "free (last " + parts.group(1) + ")";
        }
        long left = Duration.between(now, Instant.ofEpochSecond(until)).toSeconds();
        return left > 0
                ? "held by " + parts.group(1) + " for " + left + " s of incident time"
                : "run out (last " + parts.group(1) + ")";
    }

    /** Whether a target's tree is there. */
    boolean dangles(Optional<String> target) {
        return target.filter(t -> t.startsWith("plan-"))
                .filter(t -> !trees.contains(Long.parseLong(t.substring(5))))
                .isPresent();
    }
}
