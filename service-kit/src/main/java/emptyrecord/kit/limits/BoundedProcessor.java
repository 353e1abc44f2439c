package emptyrecord.kit.limits;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's HTTP/1.1, which lets {@link BodyFirstValve} know on which connection a request came. */
final class BoundedProcessor extends Http11Processor {

    BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, adapter);
    }

    @Override
    public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
        return ScopedValue.where(Connection.CURRENT, new Connection(wrapper)).call(() -> super.service(wrapper));
    }
}
