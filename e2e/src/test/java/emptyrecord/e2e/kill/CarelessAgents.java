package emptyrecord.e2e.kill;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Droplets' agents with a planted defect: they obey every caller, whatever its epoch. */
final class CarelessAgents extends DropletAgentsGrpc.DropletAgentsImplBase implements AutoCloseable {

    /** They name the newest epoch all the same, so that only their obedience shows the defect. */
    private volatile Holder newest = Holder.getDefaultInstance();

    private final Server server;

    CarelessAgents() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void checkState(StateCheck check, StreamObserver<StateReport> caller) {
        if (check.getHolder().getEpoch() > newest.getEpoch()) {
            newest = check.getHolder();
        }
        caller.onNext(StateReport.newBuilder()
                .setObedience(Obedience.OBEYED)
                .setObeyed(newest)
                .build());
        caller.onCompleted();
    }

    @Override
    public void change(InstanceChange change, StreamObserver<ChangeReport> caller) {
        caller.onNext(ChangeReport.newBuilder()
                .setObedience(Obedience.OBEYED)
                .setObeyed(newest)
                .build());
        caller.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
