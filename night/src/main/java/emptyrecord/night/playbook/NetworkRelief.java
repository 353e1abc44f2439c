package emptyrecord.night.playbook;

import emptyrecord.night.sample.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The operators' feedback on the launch limit while the Network Manager is behind (our choice). At the first look a
 * third of the limit; then every 10 minutes, from the worst queue alone: {@code limit += gain * (fall - plan)}. Here
 * fall is how fast the queue shrank over the last 20 minutes. Plan is how fast it must shrink to reach the goal by the
 * time at which failover is switched off, and then nothing. If the queue shrinks faster, more launches are admitted; if
 * slower, fewer.
 */
final class NetworkRelief implements Rule {

    private static final double FIRST_CUT = 3;
    private static final double GAIN = .5;
    private static final double LOOK_BACK_MINUTES = 20;

    /** Nobody plans to be done sooner than in this many minutes. */
    private static final double PLAN_MINUTES_MIN = 20;

    private final Playbook book;
    private final BooleanSupplier relaxing;
    private final Deque<Seen> history = new ArrayDeque<>();
    private double next;
    private boolean limited;

    private record Seen(double minutes, double queue) {}

    NetworkRelief(Playbook book, BooleanSupplier relaxing) {
        this.book = book;
        this.relaxing = relaxing;
        this.next = book.relief().startMinute();
    }

    /** Whether this rule has limited the launches. */
    boolean limited() {
        return limited;
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        Sample.Network network = seen.network();
        Sample.Leases leases = seen.leases();
        if (network == null || leases == null) {
            return List.of();
        }
        remember(new Seen(minutes, network.worstQueue()));
        Double rate = leases.apiRatePerMinute();
        if (minutes < next || relaxing.getAsBoolean() || rate == null) {
            return List.of();
        }
        next += book.relief().lookEveryMinutes();
        return limited ? steer(minutes, network.worstQueue(), rate) : cut(network.worstQueue(), rate);
    }

    private void remember(Seen now) {
        history.addLast(now);
        while (history.getFirst().minutes() < now.minutes() - LOOK_BACK_MINUTES) {
            history.removeFirst();
        }
    }

    private List<Action> cut(double queue, double rate) {
        if (queue <= book.relief().backlogItems()) {
            return List.of();
        }
        limited = true;
        return limit(Math.max(book.relief().floorPerMinute(), rate / FIRST_CUT), rate, queue);
    }

    private List<Action> steer(double minutes, double queue, double rate) {
        if (queue <= book.relief().backlogItems()) {
            return List.of();
        }
        double fall = (history.getFirst().queue() - queue) / LOOK_BACK_MINUTES;
        double wanted = rate + GAIN * (fall - planned(minutes, queue));
        return limit(
                Math.clamp(wanted, book.relief().floorPerMinute(), book.relief().ceilingPerMinute()), rate, queue);
    }

    /** Items a minute by which the queue has to shrink from now on. */
    private double planned(double minutes, double queue) {
        boolean toGoal = minutes < book.failover().offMinute();
        double left = toGoal ? queue - book.relief().goalItems() : queue;
        double by = toGoal ? book.failover().offMinute() : book.relief().doneMinute();
        return Math.max(0, left) / Math.max(PLAN_MINUTES_MIN, by - minutes);
    }

    private static List<Action> limit(double wanted, double rate, double queue) {
        double rounded = Math.round(wanted * 1000) / 1000.0;
        return Math.abs(rounded - rate) < 1e-3
                ? List.of()
                : List.of(new Action(
                        "api-limit",
                        Map.of("launchesPerMinute", rounded, "keepTokens", true),
                        "F20",
                        "worst queue " + Math.round(queue)));
    }
}
