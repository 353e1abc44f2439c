package emptyrecord.droplets.rpc;

import emptyrecord.droplets.agents.GatewayTally;
import emptyrecord.droplets.agents.Outcome;
import emptyrecord.droplets.agents.Reception;
import emptyrecord.droplets.core.CheckDepth;
import emptyrecord.droplets.core.OwnTimes;
import emptyrecord.kit.kernel.AbandonedCalls;
import emptyrecord.kit.kernel.Remedy;
import emptyrecord.kit.kernel.SlotQueue;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The gateways before the droplets, one for the droplets of each DWFM host: so many slots, and one FIFO of so many
 * places. A call occupies its slot for its droplet's time.
 *
 * <p>Failure mode: a caller that gives up leaves its place in the queue to nobody. The gateway serves the call when its
 * turn comes, and the answer goes nowhere. Callers that ask again meanwhile make the queue longer than they wait (F52,
 * the thundering herd). The remedy looks at the call's deadline first.
 *
 * <p>A change that its caller has given up uses its slot all the same, and its droplet is not asked. Its caller orders
 * the opposite by then, which may not come through this queue: a START that arrived after its END would run for ever.
 */
public final class Gateway {

    private final Limits limits;
    private final OwnTimes.Means usual;
    private final Remedy<AbandonedCalls> abandoned;
    private final Desk desk;
    private final Receiver receiver;
    private final GatewayTally tally = new GatewayTally();
    private final Map<Integer, SlotQueue<Visit>> queues = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Of the gateway of one host's droplets.
     *
     * @param slots calls that it serves at a time
     * @param places calls that wait
     */
    public record Limits(int slots, int places) {}

    /**
     * A call in the queue.
     *
     * @param droplet asks it; not before the call has a slot
     */
    record Visit(CallInHand<?> call, Supplier<Reception> droplet, CheckDepth depth, Patience patience) {}

    /**
     * Of a call's caller.
     *
     * @param endsAt when the caller stops waiting, incident time
     * @param over whether the droplet must not be asked any more; always false for a state check, which harms nobody
     */
    record Patience(Instant endsAt, BooleanSupplier over) {}

    /** @param usual times of the droplets */
    public Gateway(Limits limits, OwnTimes.Means usual, Remedy<AbandonedCalls> abandoned, Desk desk) {
        this.limits = limits;
        this.usual = usual;
        this.abandoned = abandoned;
        this.desk = desk;
        this.receiver = new Receiver(desk);
    }

    /** @param host of whose droplets one is called */
    void enter(int host, Visit visit) {
        if (locked(() -> queue(host).offer(visit))) {
            serve(host);
        } else {
            tally.turnOneAway();
            visit.call()
                    .fail(
                            Outcome.TURNED_AWAY,
                            Status.RESOURCE_EXHAUSTED.withDescription("the gateway of dwfm-" + host
                                    + "'s droplets has droplets.gateway-queue (" + limits.places()
                                    + ") calls waiting; ask again later, or ask fewer at a time"));
        }
    }

    private void serve(int host) {
        List<Visit> hopeless = new ArrayList<>();
        for (Optional<Visit> next = next(host, hopeless); next.isPresent(); next = next(host, hopeless)) {
            begin(host, next.get());
        }
        hopeless.forEach(visit -> {
            tally.dropOne();
            visit.call()
                    .fail(
                            Outcome.TURNED_AWAY,
                            Status.DEADLINE_EXCEEDED.withDescription("the gateway cannot be done in time"));
        });
    }

    private Optional<Visit> next(int host, List<Visit> hopeless) {
        Instant now = desk.tools().clock().instant();
        return locked(() -> queue(host).next(visit -> {
            boolean drops =
                    abandoned.ask(rule -> rule.drops(now, visit.patience().endsAt(), usual.of(visit.depth())));
            if (drops) {
                hopeless.add(visit);
            }
            return drops;
        }));
    }

    private void begin(int host, Visit visit) {
        if (visit.patience().over().getAsBoolean()) {
            passOver(host, visit);
        } else {
            ask(host, visit);
        }
    }

    private void passOver(int host, Visit visit) {
        var unused = desk.tools().timer().after(usual.of(visit.depth()), () -> {
            ended(host, false);
            serve(host);
        });
    }

    private void ask(int host, Visit visit) {
        boolean asked = receiver.done(visit.call(), () -> {
            switch (visit.droplet().get()) {
                case Reception.Refused refused -> ended(host, visit.call().answered(refused.answer(), visit.depth()));
                case Reception.Underway underway -> await(host, visit.call(), underway);
            }
        });
        if (!asked) {
            ended(host, true);
        }
    }

    private void await(int host, CallInHand<?> call, Reception.Underway underway) {
        Duration wait = Duration.between(desk.tools().clock().instant(), underway.due());
        var unused = desk.tools().timer().after(wait, () -> done(host, call, underway));
    }

    private void done(int host, CallInHand<?> call, Reception.Underway underway) {
        boolean heard = false;
        try {
            heard = call.answered(underway.answer().get(), underway.depth());
        } finally {
            ended(host, heard);
            serve(host);
        }
    }

    /** @param heard whether the caller still waited for the answer */
    private void ended(int host, boolean heard) {
        tally.served(heard);
        locked(() -> {
            queue(host).freed();
            return true;
        });
    }

    private SlotQueue<Visit> queue(int host) {
        return queues.computeIfAbsent(host, h -> new SlotQueue<>(limits.slots(), limits.places()));
    }

    /** Of one host's gateway. */
    public int slots() {
        return limits.slots();
    }

    public GatewayTally tally() {
        return tally;
    }

    /** Slots in use, of all gateways. */
    public int busy() {
        return locked(() -> queues.values().stream().mapToInt(SlotQueue::busy).sum());
    }

    /** Calls that wait in all queues, given up or not. */
    public int waiting() {
        return locked(
                () -> queues.values().stream().mapToInt(SlotQueue::waiting).sum());
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
