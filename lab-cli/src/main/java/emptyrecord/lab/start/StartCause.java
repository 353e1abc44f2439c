package emptyrecord.lab.start;

import emptyrecord.lab.start.ServiceProgress.State;
import java.util.List;
import java.util.Optional;

/**
 * Finds the cause of a start that does not complete, not the services it affects. Services start in dependency order,
 * so the first that is not well is the cause. A service that ended comes before one that only waits.
 */
public final class StartCause {

    /** Checks of the steady state in dependency order; others come last. */
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
