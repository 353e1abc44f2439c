package emptyrecord.enactor.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The named points of an enactor: between two actions, where the order of the enactors decides the state of the record
 * (F38). A conductor can hold a running enactor there; a schedule goes from one to the next.
 */
public enum Point {
    /** The one freshness check has passed; from here on the plan ages (F31). */
    AFTER_CHECK("the plan has passed its one freshness check (F31)"),
    /** A flip has been accepted. */
    AFTER_FLIP("the flip has been accepted: the endpoint is on the plan (F33)"),
    /** An acquisition was lost; next is the back-off, with the plan in memory (F36). */
    LOST_LOCK("a lock was lost; next comes the back-off, with the plan in memory (F36)"),
    /** Next the lock is read and, if it is free, taken (F35). */
    BEFORE_LOCK("next the endpoint's lock is read and taken (F35)"),
    /** The lock is won and the new tree is built; next is the flip. */
    BEFORE_FLIP("lock won, tree built; next the endpoint goes to the plan (F33)"),
    /** Next the trees of the zone are listed to find old ones (F37). */
    BEFORE_CLEAN("next the zone's trees are listed for what is old (F37)"),
    /** An old tree has been listed; next it is deleted (F37). */
    BEFORE_DELETE("an old tree was listed; next it is deleted (F37)");

    private final String meaning;

    Point(String meaning) {
        this.meaning = meaning;
    }

    /** For example {@code before-flip}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    /**
     * The points that lie between two actions, in the order in which they are passed.
     *
     * @param done the action that was just performed
     * @param next the one that follows from its result
     */
    public static List<Point> between(Action<?> done, Action<?> next) {
        List<Point> points = new ArrayList<>();
        boolean checked = isRead(done, Action.Purpose.FRESHNESS_CHECK);
        if (checked && isRead(next, Action.Purpose.LOCK)) {
            points.add(AFTER_CHECK);
        }
        if (done instanceof Action.Flip && !(next instanceof Action.Flip) && !(next instanceof Action.FreeLock)) {
            points.add(AFTER_FLIP);
        }
        before(next).ifPresent(points::add);
        return points;
    }

    /** The endpoint that an action is for, if any. */
    public static Optional<Plan.Endpoint> endpoint(Action<?> next) {
        return switch (next) {
            case Action.ReadPlan read -> Optional.empty();
            case Action.Wait wait -> wait.at();
            case Action.ReadHead read -> Optional.of(read.endpoint());
            case Action.ListTrees list -> Optional.of(list.endpoint());
            case Action.Submit submit -> Optional.of(submit.endpoint());
        };
    }

    private static Optional<Point> before(Action<?> next) {
        if (isRead(next, Action.Purpose.LOCK)) {
            return Optional.of(BEFORE_LOCK);
        }
        if (next instanceof Action.Wait wait) {
            return switch (wait.why()) {
                case BACK_OFF -> Optional.of(LOST_LOCK);
                case BEFORE_FLIP -> Optional.of(BEFORE_FLIP);
                case BEFORE_LIST -> Optional.of(BEFORE_CLEAN);
                case BEFORE_DELETE -> Optional.of(BEFORE_DELETE);
                case POLL, BEFORE_BUILD -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static boolean isRead(Action<?> action, Action.Purpose purpose) {
        return action instanceof Action.ReadHead read && read.purpose() == purpose;
    }
}
