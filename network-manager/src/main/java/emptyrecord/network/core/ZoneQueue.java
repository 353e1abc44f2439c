package emptyrecord.network.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * One zone's FIFO and its pushers: {@code delay = backlog / rate} (F60). It has no bound, as in the night; the bound is
 * the guard {@code nm.queue-throttle}. A push starts at the planned end of the pusher's last one or at the task's
 * arrival, whichever is later.
 */
final class ZoneQueue {

    private final ZoneRules rules;
    private final Instances instances;
    private final Consumer<Settled> sink;
    private final Deque<NetworkChange> waiting = new ArrayDeque<>();
    private final PriorityQueue<Push> running = new PriorityQueue<>(Push.EARLIEST_FIRST);
    private final DelayWindow delays;
    private int workers;
    private long pushed;
    private long wasted;

    ZoneQueue(ZoneRules rules, Instances instances, Consumer<Settled> sink, int workers) {
        this.rules = rules;
        this.instances = instances;
        this.sink = sink;
        this.delays = new DelayWindow(rules.delayWindow());
        this.workers = workers;
    }

    Az zone() {
        return rules.zone();
    }

    int length() {
        return waiting.size();
    }

    void add(NetworkChange task) {
        waiting.addLast(task);
    }

    /** Pushers beyond a lowered number finish their current push. */
    void workers(int wanted) {
        workers = wanted;
    }

    /** When the next push ends, if one is under way. */
    Optional<Instant> nextEnd() {
        return Optional.ofNullable(running.peek()).map(Push::plannedEnd);
    }

    /** Ends every push that is due, in order; each pusher continues at its planned end. */
    void advance(Instant now) {
        for (Push due = running.peek(); due != null && !due.plannedEnd().isAfter(now); due = running.peek()) {
            running.remove();
            end(due);
            start(due.plannedEnd());
        }
    }

    /** Idle pushers take tasks from the head. */
    void start(Instant at) {
        while (running.size() < workers && !waiting.isEmpty()) {
            NetworkChange task = waiting.removeFirst();
            if (worthPushing(task)) {
                running.add(new Push(task, at.plus(rules.draw(waiting.size()))));
            } else {
                settle(new Settled(task, zone(), Settled.Outcome.SKIPPED, at));
            }
        }
    }

    QueueState state(Instant now) {
        NetworkChange head = waiting.peekFirst();
        Duration oldest = head == null ? Duration.ZERO : Duration.between(head.at(), now);
        return new QueueState(
                zone(), length(), oldest.isNegative() ? Duration.ZERO : oldest, delays.median(now), pushed, wasted);
    }

    private boolean worthPushing(NetworkChange task) {
        return instances
                .find(task.instance())
                .map(i -> rules.choice().ask(c -> c.worthPushing(task, i, zone())))
                .orElse(false);
    }

    private void end(Push push) {
        boolean gone = push.task().change() == Change.LAUNCHED
                && instances
                        .find(push.task().instance())
                        .map(i -> i.terminated() || i.hasLeft(push.task()))
                        .orElse(true);
        Settled settled = new Settled(
                push.task(), zone(), gone ? Settled.Outcome.WASTED : Settled.Outcome.USEFUL, push.plannedEnd());
        pushed++;
        wasted += gone ? 1 : 0;
        delays.add(settled);
        settle(settled);
    }

    private void settle(Settled settled) {
        instances.settle(settled);
        sink.accept(settled);
    }
}
