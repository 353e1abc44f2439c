package emptyrecord.dwfm.client;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.DropletAgentsGrpc.DropletAgentsBlockingStub;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.Agents;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One host's handshakes with its droplets over gRPC. A call blocks its worker, a virtual thread, until the droplet
 * answers or the time-out, which goes along as the call's deadline.
 */
public final class GrpcAgents implements Agents {

    private final ManagedChannel channel;
    private final DropletAgentsBlockingStub stub;
    private final Duration timeout;

    /** @param timeout real time for one handshake */
    public GrpcAgents(AgentChannels channels, Duration timeout) {
        this.channel = channels.open();
        this.stub = DropletAgentsGrpc.newBlockingStub(channel);
        this.timeout = timeout;
    }

    @Override
    public CheckResult ask(Assignment work, LeaseRecord row) {
        DropletAgentsBlockingStub call = stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return switch (work.work()) {
                case Work.Renewal renewal -> check(call, row, Depth.RENEWAL);
                case Work.Establishment attempt ->
                    check(call, row, attempt.commissioning() ? Depth.RENEWAL : Depth.ESTABLISHMENT);
                case Work.Change change -> change(call, row, change.what());
            };
        } catch (StatusRuntimeException e) {
            return new CheckResult.Unreachable(row.droplet() + " did not answer: " + e.getStatus());
        }
    }

    private static CheckResult check(DropletAgentsBlockingStub call, LeaseRecord row, Depth depth) {
        StateReport report = call.checkState(StateCheck.newBuilder()
                .setDroplet(row.droplet().toString())
                .setHolder(holder(row))
                .setLeaseUntilMillis(row.reservedUntil().toEpochMilli())
                .setDepth(depth)
                .build());
        return result(row, report.getObedience(), report.getObeyed());
    }

    private static CheckResult change(DropletAgentsBlockingStub call, LeaseRecord row, DropletChange what) {
        ChangeReport report = call.change(InstanceChange.newBuilder()
                .setDroplet(row.droplet().toString())
                .setHolder(holder(row))
                .setInstance(what.instance())
                .setKind(kind(what))
                .build());
        return result(row, report.getObedience(), report.getObeyed());
    }

    private static Holder holder(LeaseRecord row) {
        return Holder.newBuilder().setName(row.holder()).setEpoch(row.epoch()).build();
    }

    private static InstanceChange.Kind kind(DropletChange what) {
        return switch (what.kind()) {
            case START -> InstanceChange.Kind.START;
            case END -> InstanceChange.Kind.END;
            case REBOOT -> InstanceChange.Kind.REBOOT;
        };
    }

    private static CheckResult result(LeaseRecord row, Obedience obedience, Holder obeyed) {
        return switch (obedience) {
            case OBEYED -> new CheckResult.Confirmed();
            case EPOCH_TOO_OLD ->
                new CheckResult.Refused("%s obeys %s with epoch %d, not epoch %d of %s"
                        .formatted(row.droplet(), obeyed.getName(), obeyed.getEpoch(), row.epoch(), row.holder()));
            case NO_LEASE -> new CheckResult.Refused(row.droplet() + " knows no lease of " + row.holder());
            case NO_ROOM -> new CheckResult.Refused(row.droplet() + " has no room");
            case UNRECOGNIZED -> new CheckResult.Unreachable(row.droplet() + " gave an answer that is not known here");
        };
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
