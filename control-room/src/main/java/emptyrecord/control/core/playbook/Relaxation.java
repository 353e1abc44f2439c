package emptyrecord.control.core.playbook;

import emptyrecord.control.core.sample.Sample;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Takes the launch limit off in steps (F21), each only while the propagation delay is small. */
final class Relaxation implements Rule {

    private final Playbook book;
    private final BooleanSupplier limited;
    private double next;
    private int step;

    Relaxation(Playbook book, BooleanSupplier limited) {
        this.book = book;
        this.limited = limited;
        this.next = book.relaxAt();
    }

    boolean begun() {
        return step > 0;
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        Sample.Network network = seen.network();
        Sample.Leases leases = seen.leases();
        boolean over = step > book.relaxSteps().size();
        if (over
                || !limited.getAsBoolean()
                || minutes < next
                || network == null
                || leases == null
                || leases.apiRatePerMinute() == null) {
            return List.of();
        }
        if (network.delayMinutes() > book.relaxMaxDelay()) {
            next = minutes + book.relaxMaxDelay();
            return List.of();
        }
        next += book.relaxEvery();
        String because = "propagation delay " + Math.round(network.delayMinutes() * 10) / 10.0 + " min";
        return List.of(take(step++, because));
    }

    private Action take(int now, String because) {
        return now == book.relaxSteps().size()
                ? Action.of("api-limit-off", "F22", because)
                : new Action(
                        "api-limit",
                        Map.of("launchesPerMinute", book.relaxSteps().get(now)),
                        "F21",
                        because);
    }
}
