package emptyrecord.dynamo.web.http;

import emptyrecord.dynamo.balancer.LoadBalancer;
import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** One caller's connection and its phase. Its own thread advances it; the watch and newcomers may end it. */
final class ClientConnection {

    /** The phase of a connection. */
    enum Phase {
        /** Between requests, or before the first. */
        WAITING,
        READING,
        /** The service has the request. */
        WORKING,
        /** The caller receives its answer. */
        SENDING
    }

    /** A connection that was used again. */
    static final int MANY = 2;

    private final LoadBalancer balancer;
    private final DefaultBHttpServerConnection http;
    private final Socket socket;
    private volatile Phase phase = Phase.WAITING;
    private volatile long since = System.nanoTime();
    private volatile long answered = since;
    private volatile int answers;
    private long readFor;
    private boolean counted;

    ClientConnection(LoadBalancer balancer, Socket socket, DefaultBHttpServerConnection http) {
        this.balancer = balancer;
        this.socket = socket;
        this.http = http;
    }

    /**
     * Serves one request after the other until either side closes; a caller that disconnects is not an error. It reads
     * without a timeout, which costs two more system calls a request: the watch ends what takes too long.
     */
    void serve(HttpService service) {
        try {
            while (http.isOpen() && http.isDataAvailable(Timeout.DISABLED)) {
                enter(Phase.READING);
                countFirst();
                HttpCoreContext context = HttpCoreContext.create();
                context.setAttribute(RequestContext.CONNECTION, this);
                service.handleRequest(http, context);
                answered = System.nanoTime();
                answers = Math.min(MANY, answers + 1);
                enter(Phase.WAITING);
            }
        } catch (IOException | HttpException e) {
            // it ends here anyway
        } finally {
            end();
        }
    }

    private void countFirst() {
        if (!counted) {
            counted = true;
            balancer.countConnection();
        }
    }

    void enter(Phase next) {
        long now = System.nanoTime();
        if (phase == Phase.READING) {
            readFor = now - since;
        }
        phase = next;
        since = now;
    }

    /** Reading continues after another phase: the time already spent counts. */
    void readOn() {
        since = System.nanoTime() - readFor;
        phase = Phase.READING;
    }

    LoadBalancer balancer() {
        return balancer;
    }

    Phase phase() {
        return phase;
    }

    /** When the phase began, without the time between its two parts; as {@link System#nanoTime}. */
    long since() {
        return since;
    }

    /** When the last answer was sent, or else when the caller connected. */
    long answered() {
        return answered;
    }

    /** How many requests were answered; {@link #MANY} means that or more. */
    int answers() {
        return answers;
    }

    /** Closes it at once, from any thread. */
    void end() {
        http.close(CloseMode.IMMEDIATE);
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed as far as possible
        }
    }
}
