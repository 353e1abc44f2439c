package emptyrecord.droplets.rpc;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.buffer.PooledByteBufAllocator;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The agents' gRPC server. Two threads move bytes; each call's steps run on virtual threads. All time-outs are real time.
 * A connection that does not speak HTTP/2 in time, does not answer a ping, or has no call for long is closed.
 */
public final class GrpcServer implements AutoCloseable {

    private static final int MESSAGE_BYTES_MAX = 16 * 1024;
    private static final int METADATA_BYTES_MAX = 8 * 1024;
    private static final int EVENT_LOOPS = 2;
    private static final int HANDSHAKE_SECONDS = 10;
    private static final int PING_AFTER_SECONDS = 60;
    private static final int PING_TIMEOUT_SECONDS = 20;
    private static final int CLIENT_PING_SECONDS_MIN = 10;
    private static final int IDLE_MINUTES = 10;
    private static final int QUIET_MILLIS = 100;
    private static final int GRACE_MILLIS = 1000;

    /** Pages of 8 KB, 2^5 of them a chunk: 256 KB of direct memory for each event loop, more only while it is in use. */
    private static final int PAGE_BYTES = 8192;

    private static final int CHUNK_ORDER = 5;

    static {
        // Java's own event loops are enough; to look for the native ones unpacks a library into the temporary folder.
        System.setProperty("io.grpc.netty.shaded.io.netty.transport.noNative", "true");
    }

    private final GrpcSettings settings;
    private final AgentService service;
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("grpc-call-", 0).factory());
    private final EventLoopGroup accepting = loops("grpc-accept", 1);
    private final EventLoopGroup moving = loops("grpc-io", EVENT_LOOPS);
    private final Server server;

    public GrpcServer(GrpcSettings settings, AgentService service, GatewayService gateway) {
        this.settings = settings;
        this.service = service;
        PooledByteBufAllocator buffers = new PooledByteBufAllocator(true, 0, EVENT_LOOPS, PAGE_BYTES, CHUNK_ORDER);
        this.server = NettyServerBuilder.forAddress(settings.address())
                .channelFactory(() -> new BoundedServerChannel(settings.connectionsMax(), open, refused))
                .bossEventLoopGroup(accepting)
                .workerEventLoopGroup(moving)
                .withOption(ChannelOption.ALLOCATOR, buffers)
                .withChildOption(ChannelOption.ALLOCATOR, buffers)
                .executor(calls)
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .maxInboundMetadataSize(METADATA_BYTES_MAX)
                .maxConcurrentCallsPerConnection(settings.callsMax())
                .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTime(PING_AFTER_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(PING_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveTime(CLIENT_PING_SECONDS_MIN, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxConnectionIdle(IDLE_MINUTES, TimeUnit.MINUTES)
                .addService(service)
                .addService(gateway)
                .build();
    }

    private static EventLoopGroup loops(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    /** @throws IllegalStateException if it cannot listen, with advice */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new IllegalStateException(
                    "cannot listen on " + settings.address() + " (" + e.getMessage()
                            + "); stop what listens there, or set droplets.address to another host:port",
                    e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Connections that are open now. */
    public int openNow() {
        return open.get();
    }

    /** Connections closed because too many were open. */
    public long refused() {
        return refused.sum();
    }

    /** Takes no more calls, lets those in flight end for a second, and answers the rest that the service ends. */
    @Override
    public void close() {
        server.shutdown();
        try {
            if (!endsInTime()) {
                service.cutOff();
                if (!endsInTime()) {
                    server.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            accepting.shutdownGracefully(0, QUIET_MILLIS, TimeUnit.MILLISECONDS);
            moving.shutdownGracefully(0, QUIET_MILLIS, TimeUnit.MILLISECONDS);
            calls.shutdown();
        }
    }

    private boolean endsInTime() throws InterruptedException {
        return server.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
