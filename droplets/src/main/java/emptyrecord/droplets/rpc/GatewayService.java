package emptyrecord.droplets.rpc;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.DropletGatewayGrpc;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.DropletAgents;
import emptyrecord.droplets.agents.Reception;
import emptyrecord.droplets.core.Check;
import emptyrecord.droplets.core.CheckDepth;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.droplets.core.Order;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** {@code DropletGateway} of {@code droplet.proto}: the same calls as the agents', through {@link Gateway}'s queue. */
public final class GatewayService extends DropletGatewayGrpc.DropletGatewayImplBase {

    private final DropletAgents agents;
    private final Gateway gateway;
    private final Desk desk;
    private final Receiver receiver;

    public GatewayService(DropletAgents agents, Gateway gateway, Desk desk) {
        this.agents = agents;
        this.gateway = gateway;
        this.desk = desk;
        this.receiver = new Receiver(desk);
    }

    @Override
    public void checkState(StateCheck request, StreamObserver<StateReport> caller) {
        CallInHand<StateReport> call = desk.call(CallKind.CHECK, caller, Messages::stateReport);
        receiver.receive(call, () -> {
            Check check = Messages.check(request);
            enter(call, new Errand(check.droplet(), check.depth(), () -> agents.check(check)), () -> false);
        });
    }

    @Override
    public void change(InstanceChange request, StreamObserver<ChangeReport> caller) {
        CallInHand<ChangeReport> call = desk.call(CallKind.CHANGE, caller, Messages::changeReport);
        receiver.receive(call, () -> {
            Order order = Messages.order(request);
            Errand errand = new Errand(order.droplet(), CheckDepth.RENEWAL, () -> agents.change(order));
            enter(call, errand, Context.current()::isCancelled);
        });
    }

    private record Errand(DropletId droplet, CheckDepth depth, Supplier<Reception> ask) {}

    /** Only calls for droplets that are hosted here wait for one. */
    private void enter(CallInHand<?> call, Errand errand, BooleanSupplier over) {
        DropletId found = agents.ask(fleet -> fleet.find(errand.droplet()).id());
        gateway.enter(
                found.host(),
                new Gateway.Visit(call, errand.ask(), errand.depth(), new Gateway.Patience(givenUpAt(), over)));
    }

    /** Of the call's deadline; far away if it has none. */
    private Instant givenUpAt() {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null
                ? Instant.MAX
                : desk.tools()
                        .clock()
                        .instant()
                        .plus(desk.tools()
                                .clock()
                                .toIncident(Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS))));
    }
}
