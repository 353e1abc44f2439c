package emptyrecord.droplets.rpc;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import emptyrecord.droplets.agents.Answer;
import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.DropletAgents;
import emptyrecord.droplets.agents.Outcome;
import emptyrecord.droplets.agents.Reception;
import emptyrecord.droplets.core.UnknownDropletException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code DropletAgents} of {@code droplet.proto}: the agents' gRPC interface. */
public final class AgentService extends DropletAgentsGrpc.DropletAgentsImplBase {

    private static final Logger log = LoggerFactory.getLogger(AgentService.class);

    private final DropletAgents agents;
    private final Desk desk;

    public AgentService(DropletAgents agents, Desk desk) {
        this.agents = agents;
        this.desk = desk;
    }

    @Override
    public void checkState(StateCheck request, StreamObserver<StateReport> caller) {
        receive(call(CallKind.CHECK, caller, Messages::stateReport), () -> agents.check(Messages.check(request)));
    }

    @Override
    public void change(InstanceChange request, StreamObserver<ChangeReport> caller) {
        receive(call(CallKind.CHANGE, caller, Messages::changeReport), () -> agents.change(Messages.order(request)));
    }

    private <R> CallInHand<R> call(CallKind kind, StreamObserver<R> caller, Function<Answer, R> message) {
        return new CallInHand<>(kind, (ServerCallStreamObserver<R>) caller, message, desk);
    }

    private void receive(CallInHand<?> call, Supplier<Reception> droplet) {
        boolean full = desk.isFull();
        call.begin();
        if (full) {
            call.fail(Outcome.TURNED_AWAY, tooMany());
            return;
        }
        try {
            call.received(droplet.get());
        } catch (UnknownDropletException e) {
            call.fail(Outcome.REJECTED, Status.NOT_FOUND.withDescription(e.getMessage()));
        } catch (IllegalArgumentException e) {
            call.fail(Outcome.REJECTED, Status.INVALID_ARGUMENT.withDescription(e.getMessage()));
        } catch (UncheckedIOException e) {
            log.atError().setCause(e).log("a droplet could not write down what it was told");
            call.fail(Outcome.FAILED, Status.UNAVAILABLE.withDescription("the droplet's disk: " + e.getMessage()));
        }
    }

    private Status tooMany() {
        return Status.RESOURCE_EXHAUSTED.withDescription("droplets.calls-max (" + desk.callsMax()
                + ") calls are in flight; ask again later, or ask fewer at a time");
    }
}
