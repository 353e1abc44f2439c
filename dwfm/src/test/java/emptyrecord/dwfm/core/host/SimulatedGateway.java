package emptyrecord.dwfm.core.host;

import emptyrecord.kit.kernel.AbandonedCalls;
import emptyrecord.kit.kernel.Remedy;
import emptyrecord.kit.kernel.SlotQueue;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The gateway before one host's droplets in simulated time, of the same parts as the droplets' own. */
final class SimulatedGateway {

    /** Of the droplets' own guard; see their README. */
    static final String GUARD = "droplets.drop-abandoned";

    static final double MARGIN = 1.5;

    /**
     * A call.
     *
     * @param givenUpAt when its caller stops waiting
     * @param mean of its service
     * @param time that the droplet takes
     * @param answered is told when the droplet has answered
     */
    record Call(Instant givenUpAt, Duration mean, Duration time, Consumer<Instant> answered) {}

    private record Service(Instant end, Call call) {}

    private final SlotQueue<Call> queue;
    private final Remedy<AbandonedCalls> abandoned;
    private final PriorityQueue<Service> ends = new PriorityQueue<>(Comparator.comparing(Service::end));
    long served;
    long wasted;
    long turnedAway;
    Duration busy = Duration.ZERO;

    SimulatedGateway(RegionSize size, Guards guards) {
        this.queue = new SlotQueue<>(size.gatewaySlots(), size.gatewayQueue());
        this.abandoned = new Remedy<>(
                guards.declare(GUARD, "the gateway drops calls that are given up, or will be"),
                new AbandonedCalls.ServeAll(),
                new AbandonedCalls.DropHopeless(MARGIN));
    }

    /** False if it has no room. */
    boolean call(Call call, Instant now) {
        if (!queue.offer(call)) {
            turnedAway++;
            return false;
        }
        serve(now);
        return true;
    }

    Optional<Instant> nextEnd() {
        return Optional.ofNullable(ends.peek()).map(Service::end);
    }

    /** The service that ends next has ended. */
    void end() {
        Service done = ends.remove();
        queue.freed();
        served++;
        busy = busy.plus(done.call().time());
        if (done.end().isAfter(done.call().givenUpAt())) {
            wasted++;
        } else {
            done.call().answered().accept(done.end());
        }
        serve(done.end());
    }

    private void serve(Instant now) {
        for (Optional<Call> next = next(now); next.isPresent(); next = next(now)) {
            ends.add(new Service(now.plus(next.get().time()), next.get()));
        }
    }

    private Optional<Call> next(Instant now) {
        return queue.next(call -> abandoned.ask(rule -> rule.drops(now, call.givenUpAt(), call.mean())));
    }

    int waiting() {
        return queue.waiting();
    }

    /** When the caller of the call gives up, or gave up, that has waited longest; empty if none waits. */
    Optional<Instant> oldestGivenUpAt() {
        return queue.oldest().map(Call::givenUpAt);
    }
}
