package emptyrecord.dwfm.client;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.buffer.UnpooledByteBufAllocator;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Makes gRPC channels to the droplets: one HTTP/2 connection a host, one event loop thread for all hosts. Nothing is
 * retried here, because the host must retry the check itself. A lost connection is tried again every half second of
 * real time; gRPC's own back-off goes up to two minutes, which at speed 60 are two hours.
 */
public final class AgentChannels implements AutoCloseable {

    /** Our choice. */
    private static final int RECONNECT_MILLIS = 500;

    /** A report is some dozen bytes. */
    private static final int MESSAGE_BYTES_MAX = 64 * 1024;

    static {
        // Java's own event loops are enough; to look for the native ones unpacks a library into the temporary folder.
        System.setProperty("io.grpc.netty.shaded.io.netty.transport.noNative", "true");
    }

    private final InetSocketAddress droplets;
    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("droplets", true), NioIoHandler.newFactory());
    private final List<ManagedChannel> channels = new CopyOnWriteArrayList<>();

    /** @param droplets where the agents are; looked up when a channel connects */
    public AgentChannels(InetSocketAddress droplets) {
        this.droplets = droplets;
        var unused =
                loop.scheduleWithFixedDelay(this::reconnect, RECONNECT_MILLIS, RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A new channel; it connects when it is first used. */
    ManagedChannel open() {
        ManagedChannel channel = NettyChannelBuilder.forAddress(droplets.getHostString(), droplets.getPort())
                .usePlaintext()
                .eventLoopGroup(loop)
                .channelType(NioSocketChannel.class)
                .withOption(ChannelOption.ALLOCATOR, new UnpooledByteBufAllocator(false))
                .directExecutor()
                .proxyDetector(target -> null)
                .disableRetry()
                .disableServiceConfigLookUp()
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .build();
        channels.add(channel);
        return channel;
    }

    private void reconnect() {
        for (ManagedChannel channel : channels) {
            if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
                channel.resetConnectBackoff();
            }
        }
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        var unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
