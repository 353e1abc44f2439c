package emptyrecord.kit.limits;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1. It reports to {@link BodyFirstValve} on which connection a request came, and to
 * {@link BoundedEndpoint} which connections have been answered.
 */
final class BoundedProcessor extends Http11Processor {

    /**
     * Whether the request is in HTTP/0.9, whose answers have no header. Tomcat does not take it back when a processor goes
     * to the next connection, and the answer to a request there that cannot be parsed had no header either.
     */
    private static final VarHandle HTTP_09 = field("http09");

    private final BoundedEndpoint connections;

    BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, BoundedEndpoint connections) {
        super(protocol, adapter);
        this.connections = connections;
    }

    private static VarHandle field(String name) {
        try {
            return MethodHandles.privateLookupIn(Http11Processor.class, MethodHandles.lookup())
                    .findVarHandle(Http11Processor.class, name, boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Tomcat has another " + name + "; look at RefusalsIT", e);
        }
    }

    @Override
    public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
        HTTP_09.set((Http11Processor) this, false);
        SocketState state =
                ScopedValue.where(Connection.CURRENT, new Connection(wrapper)).call(() -> super.service(wrapper));
        if (state == SocketState.OPEN) {
            connections.answered(wrapper);
        }
        return state;
    }
}
