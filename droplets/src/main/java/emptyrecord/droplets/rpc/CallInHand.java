package emptyrecord.droplets.rpc;

import emptyrecord.droplets.agents.Answer;
import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.Outcome;
import emptyrecord.droplets.agents.Reception;
import emptyrecord.droplets.core.CheckDepth;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call from its arrival to its end. While the droplet looks, the call is an entry of a timer and holds no thread. A
 * caller that gives up takes the entry with it. It ends once: by its answer, by an error, or by the caller.
 */
final class CallInHand<R> {

    private final CallKind kind;
    private final ServerCallStreamObserver<R> caller;
    private final Function<Answer, R> message;
    private final Desk desk;
    private final Desk.Tools tools;
    private final Instant arrived;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Future<?> due;

    CallInHand(CallKind kind, ServerCallStreamObserver<R> caller, Function<Answer, R> message, Desk desk) {
        this.kind = kind;
        this.caller = caller;
        this.message = message;
        this.desk = desk;
        this.tools = desk.tools();
        this.arrived = tools.clock().instant();
    }

    CallKind kind() {
        return kind;
    }

    /** Takes part from here on; to be called before the service's method returns. */
    void begin() {
        desk.begun(this);
        caller.setOnCancelHandler(this::cancelled);
    }

    void received(Reception reception) {
        switch (reception) {
            case Reception.Refused refused -> {
                var unused = answered(refused.answer(), CheckDepth.RENEWAL);
            }
            case Reception.Underway underway -> await(underway);
        }
    }

    /** Ends without an answer of the droplet. */
    void fail(Outcome outcome, Status status) {
        if (end(outcome)) {
            caller.onError(status.asRuntimeException());
        }
    }

    /** The droplet may be done before the timer is set; a negative wait is none. */
    private void await(Reception.Underway underway) {
        Duration wait = Duration.between(tools.clock().instant(), underway.due());
        due = tools.timer().after(wait, () -> {
            var unused = answered(underway.answer().get(), underway.depth());
        });
    }

    /** @return false if the call had ended before, so that nobody hears the answer */
    boolean answered(Answer answer, CheckDepth depth) {
        if (!end(answer.refusal().isEmpty() ? Outcome.OBEYED : Outcome.REFUSED)) {
            return false;
        }
        answer.refusal().ifPresent(tools.tally()::count);
        if (answer.refusal().isEmpty()) {
            Duration time = Duration.between(arrived, tools.clock().instant());
            tools.times().took(kind, new CallTimes.Took(time, depth));
        }
        caller.onNext(message.apply(answer));
        caller.onCompleted();
        return true;
    }

    /** gRPC calls this after the service's method has returned, so the timer is set. */
    private void cancelled() {
        if (end(Outcome.CANCELLED)) {
            forget();
        }
    }

    /** The service ends while the droplet looks. */
    void cutOff() {
        fail(Outcome.FAILED, Status.UNAVAILABLE.withDescription("the service ends; ask again when it is back"));
        forget();
    }

    private void forget() {
        Future<?> entry = due;
        if (entry != null) {
            entry.cancel(false);
        }
    }

    private boolean end(Outcome outcome) {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            desk.ended(this);
            tools.tally().count(kind, outcome);
        }
        return first;
    }
}
