package emptyrecord.night.playbook;

import emptyrecord.night.sample.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Takes the launch limit off in steps (F21), each only while the propagation delay is small. A step admits a share of
 * the launches that customers request, as counted over the last 10 minutes, and never more than can be pushed. The last
 * step takes the limit off (our choice).
 */
final class Relaxation implements Rule {

    private static final double COUNTED_MINUTES = 10;

    private final Playbook book;
    private final BooleanSupplier limited;
    private final Deque<Asked> asked = new ArrayDeque<>();
    private double next;
    private int step;

    private record Asked(double minutes, int launches) {}

    Relaxation(Playbook book, BooleanSupplier limited) {
        this.book = book;
        this.limited = limited;
        this.next = book.relaxation().startMinute();
    }

    boolean begun() {
        return step > 0;
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        count(new Asked(minutes, seen.customers().launchCalls()));
        Sample.Network network = seen.network();
        Sample.Leases leases = seen.leases();
        boolean over = step > book.relaxation().steps();
        if (over
                || !limited.getAsBoolean()
                || minutes < next
                || network == null
                || leases == null
                || leases.apiRatePerMinute() == null) {
            return List.of();
        }
        if (network.delayMinutes() > book.relaxation().maxDelayMinutes()) {
            next = minutes + book.relaxation().maxDelayMinutes();
            return List.of();
        }
        next += book.relaxation().everyMinutes();
        return List.of(take(step++, network.delayMinutes()));
    }

    private void count(Asked now) {
        asked.addLast(now);
        while (asked.getFirst().minutes() < now.minutes() - COUNTED_MINUTES) {
            asked.removeFirst();
        }
    }

    private Action take(int now, double delay) {
        String because = "propagation delay " + Math.round(delay * 10) / 10.0 + " min";
        if (now == book.relaxation().steps()) {
            return Action.of("api-limit-off", "F22", because);
        }
        double demand = asked.stream().mapToInt(Asked::launches).sum() / COUNTED_MINUTES;
        double rate = Math.clamp(
                book.relaxation().demandShare() * demand,
                book.relief().floorPerMinute(),
                book.relaxation().ceilingPerMinute());
        return new Action(
                "api-limit",
                Map.of("launchesPerMinute", Math.round(rate * 1000) / 1000.0, "keepTokens", true),
                "F21",
                because + ", " + Math.round(demand * 10) / 10.0 + " launches a minute asked for");
    }
}
