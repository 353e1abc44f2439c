package emptyrecord.dwfm.client;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.DropletAgentsGrpc.DropletAgentsBlockingStub;
import emptyrecord.api.droplet.DropletGatewayGrpc;
import emptyrecord.api.droplet.DropletGatewayGrpc.DropletGatewayBlockingStub;
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
import java.util.function.Function;

/**
 * One host's handshakes with its droplets over gRPC. A call blocks its worker, a virtual thread, until the droplet
 * answers or the time-out, which goes along as the call's deadline.
 */
public final class GrpcAgents implements Agents {

    private final ManagedChannel channel;
    private final Function<ManagedChannel, Calls> calls;

    /** The calls of the agents or of the gateway before them, which are the same. */
    private interface Calls {

        StateReport checkState(StateCheck check);

        ChangeReport change(InstanceChange change);
    }

    private GrpcAgents(AgentChannels channels, Function<ManagedChannel, Calls> calls) {
        this.channel = channels.open();
        this.calls = calls;
    }

    /** @param timeout real time for one handshake */
    public GrpcAgents(AgentChannels channels, Duration timeout) {
        this(channels, channel -> direct(channel, timeout.toNanos()));
    }

    /** Through the gateway before the droplets; {@code timeout} includes the time in its queue. */
    public static GrpcAgents throughGateway(AgentChannels channels, Duration timeout) {
        return new GrpcAgents(channels, channel -> gateway(channel, timeout.toNanos()));
    }

    private static Calls direct(ManagedChannel channel, long nanos) {
        DropletAgentsBlockingStub stub =
                DropletAgentsGrpc.newBlockingStub(channel).withDeadlineAfter(nanos, TimeUnit.NANOSECONDS);
        return new Calls() {
            @Override
            public StateReport checkState(StateCheck check) {
                return stub.checkState(check);
            }

            @Override
            public ChangeReport change(InstanceChange change) {
                return stub.change(change);
            }
        };
    }

    private static Calls gateway(ManagedChannel channel, long nanos) {
        DropletGatewayBlockingStub stub =
                DropletGatewayGrpc.newBlockingStub(channel).withDeadlineAfter(nanos, TimeUnit.NANOSECONDS);
        return new Calls() {
            @Override
            public StateReport checkState(StateCheck check) {
                return stub.checkState(check);
            }

            @Override
            public ChangeReport change(InstanceChange change) {
                return stub.change(change);
            }
        };
    }

    @Override
    public CheckResult ask(Assignment work, LeaseRecord row) {
        Calls call = calls.apply(channel);
        try {
            return switch (work.work()) {
                case Work.Renewal renewal -> check(call, row, Depth.RENEWAL);
                case Work.Establishment attempt ->
                    check(call, row, attempt.commissioning() ? Depth.RENEWAL : Depth.ESTABLISHMENT);
                case Work.Member member -> check(call, row, Depth.ESTABLISHMENT);
                case Work.Change change -> change(call, row, change.what());
                case Work.BlockWrite block -> throw new IllegalStateException("a block's write asks no droplet");
            };
        } catch (StatusRuntimeException e) {
            return new CheckResult.Unreachable(row.droplet() + " did not answer: " + e.getStatus());
        }
    }

    private static CheckResult check(Calls call, LeaseRecord row, Depth depth) {
        StateReport report = call.checkState(StateCheck.newBuilder()
                .setDroplet(row.droplet().toString())
                .setHolder(holder(row))
                .setLeaseUntilMillis(row.reservedUntil().toEpochMilli())
                .setDepth(depth)
                .build());
        return result(row, report.getObedience(), report.getObeyed());
    }

    private static CheckResult change(Calls call, LeaseRecord row, DropletChange what) {
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
