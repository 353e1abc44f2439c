package emptyrecord.dynamo.web.http;

import emptyrecord.dynamo.web.http.ClientConnection.Phase;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Lets a handler tell its connection whose time passes. */
public final class RequestContext {

    static final String CONNECTION = "emptyrecord.connection";

    private RequestContext() {}

    /** The caller's time again: its body is being read. The time for reading the head counts too. */
    public static void reading(HttpContext context) {
        if (context.getAttribute(CONNECTION) instanceof ClientConnection connection) {
            connection.readOn();
        }
    }

    /** The service's time; the connection is neither overdue nor replaceable. */
    public static void working(HttpContext context) {
        enter(context, Phase.WORKING);
    }

    /** The caller's time again: it receives its answer. */
    public static void sending(HttpContext context) {
        enter(context, Phase.SENDING);
    }

    private static void enter(HttpContext context, Phase phase) {
        if (context.getAttribute(CONNECTION) instanceof ClientConnection connection) {
            connection.enter(phase);
        }
    }
}
