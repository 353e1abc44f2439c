package emptyrecord.kit.limits;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 over NIO with connections bounded as {@link BoundedEndpoint} says. Public with an empty
 * constructor, because Tomcat creates it by its name.
 */
public final class BoundedProtocol extends Http11NioProtocol {

    private static final long SWEEP_MILLIS = 250;

    private final BoundedEndpoint connections;
    private @Nullable ScheduledFuture<?> sweep;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint connections) {
        super(connections);
        this.connections = connections;
    }

    /** Has to be called before the start. */
    void limit(LimitSettings limits, RefusedMeters refused) {
        connections.limit(limits, refused);
        // The endpoint bounds connections itself: at Tomcat's own bound none is accepted until another ends.
        setMaxConnections(-1);
        setConnectionTimeout(Math.toIntExact(limits.ioTime().toMillis()));
        setKeepAliveTimeout(Math.toIntExact(limits.idleTime().toMillis()));
        setMaxHttpRequestHeaderSize(Math.toIntExact(limits.headerMax().toBytes()));
        setMaxHeaderCount(limits.headersMax());
        setMaxSwallowSize(0);
        // A client that asks whether to send its body (Expect: 100-continue) learns first whether it is too large.
        setContinueResponseTiming("onRead");
        setProperty("socket.appReadBufSize", String.valueOf(Heap.SOCKET_BUFFER));
        setProperty("socket.appWriteBufSize", String.valueOf(Heap.SOCKET_BUFFER));
        setProcessorCache(Heap.PROCESSORS_KEPT);
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, getAdapter(), connections);
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweep = getUtilityExecutor()
                .scheduleWithFixedDelay(connections::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweep != null) {
            sweep.cancel(false);
        }
        super.stop();
    }
}
