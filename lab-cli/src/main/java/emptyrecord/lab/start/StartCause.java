package emptyrecord.lab.start;

import emptyrecord.lab.start.ServiceProgress.State;
import java.util.List;
import java.util.Optional;

/**
 * Names the cause of a start that does not come to its end, not its victims. Services are started in the order in which they
 * need each other, so the first that is not well is the cause, and one that ended comes before one that only waits.
 */
public final class StartCause {

    /** Checks of the steady state in the order in which one needs the other; others come last. */
    private static final List<String> CHAIN =
            List.of("peers", "no-faults", "regional-name", "leases", "propagation", "nlb-nodes", "canaries");

    private StartCause() {}

    /** The first that ended; else the first that is not healthy. */
    public static Optional<ServiceProgress> of(List<ServiceProgress> chain) {
        return chain.stream()
                .filter(s -> s.state() == State.ENDED)
                .findFirst()
                .or(() -> chain.stream()
                        .filter(s -> s.state() != State.HEALTHY && s.state() != State.WAITING)
                        .findFirst());
    }

    /** A check of the steady state that is not met, with its numbers. */
    public record Open(String check, String detail) {
        @Override
        public String toString() {
            return check + " (" + detail + ")";
        }
    }

    /** The open checks, the cause first. */
    public static List<Open> inOrder(List<Open> open) {
        return open.stream()
                .sorted((a, b) -> Integer.compare(place(a), place(b)))
                .toList();
    }

    private static int place(Open open) {
        int at = CHAIN.indexOf(open.check());
        return at < 0 ? CHAIN.size() : at;
    }
}
