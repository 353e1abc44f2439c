package emptyrecord.kit.limits;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;

/**
 * Refuses input that Tomcat could not read as a request. It reads the body of a request before anything else happens,
 * within its bounds of bytes and time, and hands it on from memory. So every handler, form and parser behind it gets a
 * whole body of bounded size, and only this valve meets a slow or broken sender.
 */
final class BodyFirstValve extends ValveBase {

    /** How long to wait for bytes that other bodies take; they are in hand for milliseconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final String TOO_MANY_BYTES =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    private final LimitSettings limits;
    private final Map<String, BodyBudget> budgets = new ConcurrentHashMap<>();
    private final Refuser refuser;

    BodyFirstValve(LimitSettings limits, Refuser refuser) {
        super(true);
        this.limits = limits;
        this.refuser = refuser;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        if (request.isAsyncDispatching()) {
            getNext().invoke(request, response);
        } else if (response.getStatus() == 400
                && raw.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception parsing) {
            refuser.refuseUnread(request, response, isTooLarge(parsing) ? Refusal.HEADER_TOO_LARGE : Refusal.MALFORMED);
        } else if (response.isError()) {
            refuser.refuseUnread(request, response, Refusal.ADDRESS);
        } else if (!hasBody(raw)) {
            getNext().invoke(request, response);
        } else {
            BodyRoom room = limits.room(Refuser.path(request));
            if (raw.getContentLengthLong() > room.bodyMax().toBytes()) {
                refuser.refuse(request, response, Refusal.BODY_TOO_LARGE);
            } else {
                withBody(request, response, room);
            }
        }
    }

    private BodyBudget budget(BodyRoom room) {
        return budgets.computeIfAbsent(
                room.prefix(), p -> new BodyBudget(room.bodiesMax().toBytes(), TIMEOUT));
    }

    /** Tomcat has no types for these: too many lines is an illegal state, too many bytes an argument with these words. */
    private static boolean isTooLarge(Exception parsing) {
        return parsing instanceof IllegalStateException || TOO_MANY_BYTES.equals(parsing.getMessage());
    }

    private static boolean hasBody(org.apache.coyote.Request raw) {
        return raw.getContentLengthLong() > 0 || raw.getHeader("Transfer-Encoding") != null;
    }

    private void withBody(Request request, Response response, BodyRoom room) throws IOException, ServletException {
        Connection connection = Connection.CURRENT.get();
        try (BodyBudget.Share share = budget(room).begin(connection::cut)) {
            byte[] body = read(
                    request.getCoyoteRequest(),
                    share,
                    Math.toIntExact(room.bodyMax().toBytes()));
            handOn(request, response, body);
        } catch (RefusedException e) {
            refuser.refuse(request, response, e.refusal());
        } finally {
            connection.readWithin(limits.ioTime());
        }
    }

    private void handOn(Request request, Response response, byte[] body) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        InputBuffer socket = raw.getInputBuffer();
        raw.setInputBuffer(new MemoryBody(body));
        try {
            getNext().invoke(request, response);
        } finally {
            raw.setInputBuffer(socket);
        }
    }

    private byte[] read(org.apache.coyote.Request raw, BodyBudget.Share share, int bytesMax) throws RefusedException {
        try {
            byte[] body = new BodyReader(bytesMax, limits.bodyTime(), share).read(raw);
            share.arrived();
            return body;
        } catch (SocketTimeoutException e) {
            throw new RefusedException(Refusal.BODY_TOO_SLOW);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            throw new RefusedException(Refusal.BODY_BROKEN);
        }
    }
}
