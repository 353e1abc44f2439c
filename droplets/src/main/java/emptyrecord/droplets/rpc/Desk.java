package emptyrecord.droplets.rpc;

import emptyrecord.droplets.agents.Answer;
import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.Tally;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What all calls share, and the calls that have not ended. */
public final class Desk {

    private final Tools tools;
    private final int callsMax;
    private final Set<CallInHand<?>> inHand = ConcurrentHashMap.newKeySet();

    /** What a call works with. */
    public record Tools(IncidentClock clock, IncidentTimer timer, Tally tally, CallTimes times) {}

    /** @param callsMax in flight at the same time, checks and changes together */
    public Desk(Tools tools, int callsMax) {
        this.tools = tools;
        this.callsMax = callsMax;
    }

    <R> CallInHand<R> call(CallKind kind, StreamObserver<R> caller, Function<Answer, R> message) {
        return new CallInHand<>(kind, (ServerCallStreamObserver<R>) caller, message, this);
    }

    Tools tools() {
        return tools;
    }

    int callsMax() {
        return callsMax;
    }

    boolean isFull() {
        Tally tally = tools.tally();
        return tally.inFlight(CallKind.CHECK) + tally.inFlight(CallKind.CHANGE) >= callsMax;
    }

    void begun(CallInHand<?> call) {
        inHand.add(call);
        tools.tally().begun(call.kind());
    }

    void ended(CallInHand<?> call) {
        inHand.remove(call);
        tools.tally().ended(call.kind());
    }

    /** The service ends: no caller waits for an answer that cannot come. */
    void cutOff() {
        inHand.forEach(CallInHand::cutOff);
    }
}
