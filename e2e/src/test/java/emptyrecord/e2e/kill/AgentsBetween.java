package emptyrecord.e2e.kill;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stands between DWFM and the droplets' agents: it passes every call on and tells the witnesses what was sent and answered.
 * A call whose caller or agent is killed ends on the other side too.
 */
final class AgentsBetween implements AutoCloseable {

    private static final int RECONNECT_MILLIS = 200;

    private final Server server;
    private final ManagedChannel channel;
    private final ScheduledExecutorService reconnect = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("agents-reconnect").factory());

    /**
     * Who hears the calls.
     *
     * @param handshakes hears whom droplets obey
     * @param placements hears what they start and end
     */
    record Witnesses(HandshakeWitness handshakes, PlacementWitness placements) {}

    /** @param agents the port of the droplets' agents */
    AgentsBetween(int agents, Witnesses witnesses) throws IOException {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", agents)
                .usePlaintext()
                .disableRetry()
                .directExecutor()
                .build();
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .directExecutor()
                .addService(new Passing(DropletAgentsGrpc.newStub(channel), witnesses))
                .build()
                .start();
        var unused = reconnect.scheduleWithFixedDelay(
                channel::resetConnectBackoff, RECONNECT_MILLIS, RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
    }

    int port() {
        return server.getPort();
    }

    private static final class Passing extends DropletAgentsGrpc.DropletAgentsImplBase {

        private final DropletAgentsGrpc.DropletAgentsStub agents;
        private final HandshakeWitness handshakes;
        private final PlacementWitness placements;

        Passing(DropletAgentsGrpc.DropletAgentsStub agents, Witnesses witnesses) {
            this.agents = agents;
            this.handshakes = witnesses.handshakes();
            this.placements = witnesses.placements();
        }

        @Override
        public void checkState(StateCheck check, StreamObserver<StateReport> caller) {
            HandshakeWitness.Sent sent = handshakes.sent(
                    claim(check.getDroplet(), check.getHolder()), Instant.ofEpochMilli(check.getLeaseUntilMillis()));
            agents.checkState(check, new Answer<>(still(caller), r -> judge(sent, r.getObedience(), r.getObeyed())));
        }

        @Override
        public void change(InstanceChange change, StreamObserver<ChangeReport> caller) {
            HandshakeWitness.Sent sent = handshakes.sent(claim(change.getDroplet(), change.getHolder()), null);
            PlacementWitness.Call call = placements.sent(change);
            agents.change(change, new Answer<>(still(caller), r -> {
                judge(sent, r.getObedience(), r.getObeyed());
                placements.answered(call, r.getObedience() == Obedience.OBEYED);
            }));
        }

        private static HandshakeWitness.Claim claim(String droplet, Holder holder) {
            return new HandshakeWitness.Claim(droplet, holder.getName(), holder.getEpoch());
        }

        private void judge(HandshakeWitness.Sent sent, Obedience obedience, Holder obeyed) {
            handshakes.says(sent.claim().droplet(), obeyed.getEpoch(), sent.floor());
            if (obedience == Obedience.OBEYED) {
                handshakes.obeyed(sent);
            } else {
                handshakes.refused(sent);
            }
        }

        /** A caller that is killed takes its answer with it. */
        private static <T> StreamObserver<T> still(StreamObserver<T> caller) {
            ((ServerCallStreamObserver<T>) caller).setOnCancelHandler(() -> {});
            return caller;
        }
    }

    /** Passes an answer to the caller, after the witness. */
    private record Answer<T>(StreamObserver<T> caller, Consumer<T> heard) implements StreamObserver<T> {

        @Override
        public void onNext(T answer) {
            heard.accept(answer);
            caller.onNext(answer);
        }

        @Override
        public void onError(Throwable failure) {
            caller.onError(failure);
        }

        @Override
        public void onCompleted() {
            caller.onCompleted();
        }
    }

    @Override
    public void close() {
        reconnect.shutdownNow();
        server.shutdownNow();
        channel.shutdownNow();
    }
}
