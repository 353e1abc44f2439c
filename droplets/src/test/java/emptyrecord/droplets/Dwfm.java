package emptyrecord.droplets;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.DropletGatewayGrpc;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;

/** A DWFM host that calls the agents over one connection. */
final class Dwfm implements AutoCloseable {

    /** Beyond every test's incident time. */
    static final long LONG = 400_000_000_000_000L;

    private final String name;
    private final ManagedChannel channel;

    Dwfm(String name, int port) {
        this.name = name;
        this.channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    String name() {
        return name;
    }

    Holder holder(long epoch) {
        return Holder.newBuilder().setName(name).setEpoch(epoch).build();
    }

    StateCheck check(String droplet, long epoch, long leaseUntilMillis) {
        return StateCheck.newBuilder()
                .setDroplet(droplet)
                .setHolder(holder(epoch))
                .setLeaseUntilMillis(leaseUntilMillis)
                .setDepth(Depth.RENEWAL)
                .build();
    }

    InstanceChange change(String droplet, long epoch, String instance, InstanceChange.Kind kind) {
        return InstanceChange.newBuilder()
                .setDroplet(droplet)
                .setHolder(holder(epoch))
                .setInstance(instance)
                .setKind(kind)
                .build();
    }

    StateReport checked(String droplet, long epoch) {
        return agents().checkState(check(droplet, epoch, LONG));
    }

    ChangeReport started(String droplet, long epoch, String instance) {
        return agents().change(change(droplet, epoch, instance, InstanceChange.Kind.START));
    }

    DropletAgentsGrpc.DropletAgentsBlockingStub agents() {
        return DropletAgentsGrpc.newBlockingStub(channel);
    }

    DropletGatewayGrpc.DropletGatewayBlockingStub gateway() {
        return DropletGatewayGrpc.newBlockingStub(channel);
    }

    DropletGatewayGrpc.DropletGatewayFutureStub gatewayLater() {
        return DropletGatewayGrpc.newFutureStub(channel);
    }

    DropletAgentsGrpc.DropletAgentsFutureStub later() {
        return DropletAgentsGrpc.newFutureStub(channel);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            // a call that is still open ends with its channel
            boolean unused = channel.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
