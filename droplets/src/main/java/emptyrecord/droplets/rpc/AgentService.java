package emptyrecord.droplets.rpc;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.DropletAgents;
import io.grpc.stub.StreamObserver;

/** {@code DropletAgents} of {@code droplet.proto}: the agents' gRPC interface. */
public final class AgentService extends DropletAgentsGrpc.DropletAgentsImplBase {

    private final DropletAgents agents;
    private final Desk desk;
    private final Receiver receiver;

    public AgentService(DropletAgents agents, Desk desk) {
        this.agents = agents;
        this.desk = desk;
        this.receiver = new Receiver(desk);
    }

    @Override
    public void checkState(StateCheck request, StreamObserver<StateReport> caller) {
        CallInHand<StateReport> call = desk.call(CallKind.CHECK, caller, Messages::stateReport);
        receiver.receive(call, () -> call.received(agents.check(Messages.check(request))));
    }

    @Override
    public void change(InstanceChange request, StreamObserver<ChangeReport> caller) {
        CallInHand<ChangeReport> call = desk.call(CallKind.CHANGE, caller, Messages::changeReport);
        receiver.receive(call, () -> call.received(agents.change(Messages.order(request))));
    }

    /** Answers all that is in flight; the service ends. */
    void cutOff() {
        desk.cutOff();
    }
}
