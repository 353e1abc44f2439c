package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The checkers in service. A check goes to the next checker in rotation, whatever its queue. So a checker that nothing
 * answers (its own network state is not propagated, F70) is a black hole. Every check there takes the whole time-out,
 * its FIFO collects nodes, and their results go late although the nodes are healthy (F71).
 */
final class CheckerFleet {

    /** How long a check waits for a checker while there is none at all; our choice. */
    private static final Duration NO_CHECKER = Duration.ofSeconds(30);

    /** Checks take their time give or take a fifth; our choice. */
    private static final double CHECK_SPREAD = 0.2;

    private final CheckingContext context;
    private final List<CheckerState> checkers = new ArrayList<>();
    private int turn;

    CheckerFleet(CheckingContext context) {
        this.context = context;
    }

    void enter(CheckerState checker) {
        checkers.add(checker);
    }

    /** Queues a check at the next checker in rotation. */
    void queue(NodeState node, boolean verification) {
        if (checkers.isEmpty()) {
            context.agenda().after(NO_CHECKER, () -> queue(node, verification));
            return;
        }
        turn = (turn + 1) % checkers.size();
        CheckerState next = checkers.get(turn);
        next.add(new CheckerState.Job(node, verification, context.now()));
        begin(next);
    }

    /** Takes an answer; returns the checker, still in service or retired meanwhile. */
    void end(Effect.Check check, Instant plannedEnd) {
        find(check.checker()).ifPresent(checker -> {
            boolean onPlan = plannedEnd.plus(check.checkTime()).isAfter(context.now());
            checker.end(onPlan ? plannedEnd : context.now());
            begin(checker);
        });
    }

    /** Takes a checker out of service; the waiting checks of its loop queue are handed on. */
    void retire(CheckerState checker, Consumer<NodeState> handOn) {
        if (checkers.remove(checker)) {
            checker.retire().stream()
                    .filter(job -> !job.verification())
                    .forEach(job -> context.agenda().after(Duration.ZERO, () -> handOn.accept(job.node())));
        }
    }

    boolean inService(String name) {
        return find(name).isPresent();
    }

    List<CheckerState> longestInServiceFirst() {
        return List.copyOf(checkers);
    }

    int size() {
        return checkers.size();
    }

    int waiting() {
        return checkers.stream().mapToInt(CheckerState::waiting).sum();
    }

    private Optional<CheckerState> find(String name) {
        return checkers.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private void begin(CheckerState checker) {
        checker.begin().ifPresent(job -> context.emit(check(checker, job)));
    }

    private Effect.Check check(CheckerState checker, CheckerState.Job job) {
        CheckingRules.Checks rules = context.rules().checks();
        return new Effect.Check(
                checker.name(),
                checker.zone(),
                checker.instanceId(),
                job.node().spec().name(),
                job.node().instance(),
                job.verification(),
                job.queuedAt(),
                checker.start(job),
                context.about(rules.checkTime(), CHECK_SPREAD),
                context.about(rules.timeOut(), CHECK_SPREAD));
    }
}
