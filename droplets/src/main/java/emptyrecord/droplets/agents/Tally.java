package emptyrecord.droplets.agents;

import emptyrecord.droplets.core.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What has become of the calls since the process started. */
public final class Tally {

    private final Map<CallKind, Map<Outcome, LongAdder>> outcomes = new ConcurrentHashMap<>();
    private final Map<CallKind, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<Refusal, LongAdder> refusals = new ConcurrentHashMap<>();

    public Tally() {
        for (CallKind kind : CallKind.values()) {
            Map<Outcome, LongAdder> counts = new ConcurrentHashMap<>();
            for (Outcome outcome : Outcome.values()) {
                counts.put(outcome, new LongAdder());
            }
            outcomes.put(kind, counts);
            inFlight.put(kind, new AtomicInteger());
        }
        for (Refusal refusal : Refusal.values()) {
            refusals.put(refusal, new LongAdder());
        }
    }

    public void count(CallKind kind, Outcome outcome) {
        adder(kind, outcome).increment();
    }

    /** A refusal is also the {@link Outcome#REFUSED} of its call. */
    public void count(Refusal refusal) {
        Objects.requireNonNull(refusals.get(refusal)).increment();
    }

    public void begun(CallKind kind) {
        flying(kind).incrementAndGet();
    }

    public void ended(CallKind kind) {
        flying(kind).decrementAndGet();
    }

    public long of(CallKind kind, Outcome outcome) {
        return adder(kind, outcome).sum();
    }

    public long of(Refusal refusal) {
        return Objects.requireNonNull(refusals.get(refusal)).sum();
    }

    /** Accepted and not answered. */
    public int inFlight(CallKind kind) {
        return flying(kind).get();
    }

    private LongAdder adder(CallKind kind, Outcome outcome) {
        return Objects.requireNonNull(Objects.requireNonNull(outcomes.get(kind)).get(outcome));
    }

    private AtomicInteger flying(CallKind kind) {
        return Objects.requireNonNull(inFlight.get(kind));
    }
}
