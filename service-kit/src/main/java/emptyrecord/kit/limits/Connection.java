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

/** One of Tomcat's connections, as far as it matters who keeps whom waiting. */
final class Connection {

    /** The connection whose request this thread serves. */
    static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    private final NioSocketWrapper wrapper;

    Connection(SocketWrapperBase<?> wrapper) {
        this.wrapper = (NioSocketWrapper) wrapper;
    }

    /** What a connection is doing, those that may be ended for another's sake first. */
    enum Stage {
        /** A part of a header has come, and the rest has not. */
        HALF_HEADER,
        /** Open, nothing is asked, and nothing has been asked over any length of time. */
        IDLE,
        /** A body does not come, or an answer is not taken. */
        WAITS_FOR_CLIENT,
        /** Idle between two of the requests that come over it again and again. */
        KEPT,
        /** The service works for it, or an event stream goes over it. */
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
     * Ends it below Tomcat: a thread that waits there for the client wakes up to an end of the stream. Closing would not wake
     * anybody, since Tomcat's poller forgets a closed channel.
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

    /** A last word, as far as the socket's buffer takes it. */
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
