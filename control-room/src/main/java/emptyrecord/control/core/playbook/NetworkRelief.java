package emptyrecord.control.core.playbook;

import emptyrecord.control.core.sample.Sample;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * The operators' feedback on the launch limit while the Network Manager is behind (our choice, DYNAMICS section 6). Every
 * 10 minutes: worst queue not 3 % shorter than before → half the limit; more than 12 % shorter → a quarter more.
 */
final class NetworkRelief implements Rule {

    private static final double FALLING = .97;
    private static final double FALLING_FAST = .88;

    private final Playbook book;
    private final BooleanSupplier relaxing;
    private OptionalDouble last = OptionalDouble.empty();
    private double next;
    private boolean limited;

    NetworkRelief(Playbook book, BooleanSupplier relaxing) {
        this.book = book;
        this.relaxing = relaxing;
        this.next = book.reliefAt();
    }

    /** Whether this rule has limited the launches. */
    boolean limited() {
        return limited;
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        Sample.Network network = seen.network();
        Sample.Leases leases = seen.leases();
        if (minutes < next || relaxing.getAsBoolean() || network == null || leases == null) {
            return List.of();
        }
        next += book.reliefEvery();
        double now = network.worstQueue();
        OptionalDouble before = last;
        last = OptionalDouble.of(now);
        Double rate = leases.apiRatePerMinute();
        List<Action> actions = rate == null ? List.of() : adjust(before, now, rate);
        limited |= !actions.isEmpty();
        return actions;
    }

    private List<Action> adjust(OptionalDouble before, double now, double rate) {
        String because =
                "worst queue " + (before.isPresent() ? Math.round(before.getAsDouble()) + " → " : "") + Math.round(now);
        if (before.isPresent() && before.getAsDouble() > book.reliefBacklog()) {
            double was = before.getAsDouble();
            if (now > FALLING * was) {
                return limit(Math.max(book.reliefFloor(), rate / 2), rate, because);
            }
            if (now < FALLING_FAST * was && rate < book.reliefCeiling()) {
                return limit(Math.min(book.reliefCeiling(), rate * 1.25), rate, because);
            }
            return List.of();
        }
        return now > book.reliefBacklog() ? limit(Math.max(book.reliefFloor(), rate / 2), rate, because) : List.of();
    }

    private static List<Action> limit(double wanted, double rate, String because) {
        return Math.abs(wanted - rate) < 1e-9
                ? List.of()
                : List.of(new Action("api-limit", Map.of("launchesPerMinute", wanted), "F20", because));
    }
}
