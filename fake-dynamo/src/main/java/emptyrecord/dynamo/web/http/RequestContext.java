package emptyrecord.dynamo.web.http;

import emptyrecord.dynamo.web.http.ClientConnection.Phase;
import org.apache.hc.core5.http.protocol.HttpContext;

/** What a handler tells its connection: whose time passes. */
public final class RequestContext {

    static final String CONNECTION = "emptyrecord.connection";

    private RequestContext() {}

    /** The caller's again: its body is being read. What reading the head took counts on. */
    public static void reading(HttpContext context) {
        if (context.getAttribute(CONNECTION) instanceof ClientConnection connection) {
            connection.readOn();
        }
    }

    /** Ours; the connection is neither overdue nor in anybody's way. */
    public static void working(HttpContext context) {
        enter(context, Phase.WORKING);
    }

    /** The caller's again: it takes its answer. */
    public static void sending(HttpContext context) {
        enter(context, Phase.SENDING);
    }

    private static void enter(HttpContext context, Phase phase) {
        if (context.getAttribute(CONNECTION) instanceof ClientConnection connection) {
            connection.enter(phase);
        }
    }
}
