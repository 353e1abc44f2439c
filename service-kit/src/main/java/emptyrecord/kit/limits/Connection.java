package emptyrecord.kit.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** One of Tomcat's connections, and which side of it waits for the other. */
final class Connection {

    /** The connection whose request this thread serves. */
    static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    private final NioSocketWrapper wrapper;

    Connection(SocketWrapperBase<?> wrapper) {
        this.wrapper = (NioSocketWrapper) wrapper;
    }

    /** The stage of a connection. Stages that may be ended for another connection's sake come first. */
    enum Stage {
        /** A part of a header has arrived, the rest has not. */
        HALF_HEADER,
        /** Open without a request now, and without requests over any length of time. */
        IDLE,
        /** A body does not arrive, or an answer is not taken. */
        WAITS_FOR_CLIENT,
        /** Idle between two of its regular requests. */
        KEPT,
        /** The service works on its request, or sends it an event stream. */
        SERVED
    }

    NioSocketWrapper wrapper() {
        return wrapper;
    }

    /** Tomcat holds the lock while a thread works on the connection, and keeps the processor of one that is not done. */
    Stage stage() {
        if (wrapper.getLock().isLocked()) {
            boolean waits =
                    wrapper.interestOpsHas(SelectionKey.OP_READ) || wrapper.interestOpsHas(SelectionKey.OP_WRITE);
            return waits ? Stage.WAITS_FOR_CLIENT : Stage.SERVED;
        }
        if (wrapper.getCurrentProcessor() instanceof Processor unfinished) {
            return unfinished.isAsync() ? Stage.SERVED : Stage.HALF_HEADER;
        }
        return Stage.IDLE;
    }

    /** Wall milliseconds of the last byte in either direction. */
    long lastByteMillis() {
        return Math.max(wrapper.getLastRead(), wrapper.getLastWrite());
    }

    /** How many requests the unfinished one follows; tells one half header from the next. */
    int requestsBefore() {
        return wrapper.getCurrentProcessor() instanceof Processor unfinished
                ? unfinished.getRequest().getRequestProcessor().getRequestCount()
                : 0;
    }

    void readWithin(Duration time) {
        wrapper.setReadTimeout(Math.max(1, time.toMillis()));
    }

    /**
     * Ends it below Tomcat: a thread that waits there for the client reads an end of the stream. Closing would wake no
     * thread, since Tomcat's poller forgets a closed channel.
     */
    void cut() {
        SocketChannel open = channel();
        try {
            if (open != null) {
                open.shutdownInput();
                open.shutdownOutput();
            }
        } catch (IOException e) {
            // It is closed, one way or the other.
        }
    }

    /** Null once Tomcat has closed it. */
    private @Nullable SocketChannel channel() {
        return ((NioChannel) wrapper.getSocket()).getIOChannel();
    }

    /** A last answer, as far as the socket's buffer takes it. */
    void say(String head) {
        SocketChannel open = channel();
        if (open != null) {
            write(open, head);
        }
    }

    static void write(SocketChannel channel, String head) {
        try {
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            // The other end has gone already.
        }
    }
}
