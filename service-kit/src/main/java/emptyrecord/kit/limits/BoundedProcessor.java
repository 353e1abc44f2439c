package emptyrecord.kit.limits;

import java.io.IOException;
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

    private final BoundedEndpoint connections;

    BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, BoundedEndpoint connections) {
        super(protocol, adapter);
        this.connections = connections;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
        SocketState state =
                ScopedValue.where(Connection.CURRENT, new Connection(wrapper)).call(() -> super.service(wrapper));
        if (state == SocketState.OPEN) {
            connections.answered(wrapper);
        }
        return state;
    }
}
