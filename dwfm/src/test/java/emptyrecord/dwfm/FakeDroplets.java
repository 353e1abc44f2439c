package emptyrecord.dwfm;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.DropletGatewayGrpc;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.api.droplet.StateReport;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Droplets' agents as far as DWFM can tell: they answer after a while, obey the newest epoch, and can be stopped. */
public final class FakeDroplets extends DropletAgentsGrpc.DropletAgentsImplBase implements AutoCloseable {

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Holder> obeyed = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> running = new ConcurrentHashMap<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final List<StateCheck> checks = new CopyOnWriteArrayList<>();
    private final AtomicInteger throughGateway = new AtomicInteger();
    private final int port;
    private volatile Server server;
    private volatile Duration renewal = Duration.ZERO;
    private volatile Duration establishment = Duration.ZERO;
    private volatile Obedience obedience = Obedience.OBEYED;
    private volatile boolean silent;

    public FakeDroplets() {
        server = started(0);
        port = server.getPort();
    }

    private Server started(int onPort) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort))
                    .addService(this)
                    .addService(new Gateway())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gateway, which has room for all. */
    private final class Gateway extends DropletGatewayGrpc.DropletGatewayImplBase {

        @Override
        public void checkState(StateCheck check, StreamObserver<StateReport> reply) {
            throughGateway.incrementAndGet();
            FakeDroplets.this.checkState(check, reply);
        }

        @Override
        public void change(InstanceChange change, StreamObserver<ChangeReport> reply) {
            throughGateway.incrementAndGet();
            FakeDroplets.this.change(change, reply);
        }
    }

    /** Calls that came through the gateway. */
    public int throughGateway() {
        return throughGateway.get();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** How long a handshake takes, in real time. */
    public void takes(Duration forRenewal, Duration forEstablishment) {
        renewal = forRenewal;
        establishment = forEstablishment;
    }

    /** What every droplet answers from now on. */
    public void answers(Obedience wanted) {
        obedience = wanted;
    }

    /** Calls arrive, and are not answered. */
    public void silent(boolean wanted) {
        silent = wanted;
    }

    /** The process ends: connections are closed, and new ones are refused. */
    public void stop() {
        server.shutdownNow();
    }

    /** It is there again, on the same port. */
    public void startAgain() {
        server = started(port);
    }

    /** Checks as they came. */
    public List<StateCheck> checks() {
        return checks;
    }

    /** For example {@code START i-0123456789abcdef0 droplet-1-003}, as they came. */
    public List<String> changes() {
        return changes;
    }

    /** Instances on all droplets. */
    public long running() {
        return running.values().stream().mapToLong(Set::size).sum();
    }

    @Override
    public void checkState(StateCheck check, StreamObserver<StateReport> reply) {
        checks.add(check);
        StateReport.Builder report = StateReport.newBuilder()
                .setObedience(obey(check.getDroplet(), check.getHolder()))
                .setObeyed(obeyed.getOrDefault(check.getDroplet(), check.getHolder()));
        answer(check.getDepth() == Depth.RENEWAL ? renewal : establishment, report.build(), reply);
    }

    @Override
    public void change(InstanceChange change, StreamObserver<ChangeReport> reply) {
        changes.add(change.getKind() + " " + change.getInstance() + " " + change.getDroplet());
        Set<String> here = running.computeIfAbsent(change.getDroplet(), droplet -> ConcurrentHashMap.newKeySet());
        if (change.getKind() == InstanceChange.Kind.START) {
            here.add(change.getInstance());
        } else if (change.getKind() == InstanceChange.Kind.END) {
            here.remove(change.getInstance());
        }
        ChangeReport.Builder report = ChangeReport.newBuilder()
                .setObedience(obedience)
                .setObeyed(obeyed.getOrDefault(change.getDroplet(), change.getHolder()));
        answer(renewal, report.build(), reply);
    }

    private Obedience obey(String droplet, Holder asking) {
        if (obedience != Obedience.OBEYED) {
            return obedience;
        }
        Holder newest = obeyed.merge(droplet, asking, (a, b) -> a.getEpoch() > b.getEpoch() ? a : b);
        return newest.getEpoch() > asking.getEpoch() ? Obedience.EPOCH_TOO_OLD : Obedience.OBEYED;
    }

    private <T> void answer(Duration after, T report, StreamObserver<T> reply) {
        if (silent) {
            return;
        }
        var unused = later.schedule(
                () -> {
                    reply.onNext(report);
                    reply.onCompleted();
                },
                after.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        server.shutdownNow();
        later.shutdownNow();
    }
}
