package emptyrecord.route53.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The authoritative server's sockets: UDP and TCP on one address and port. */
public final class DnsServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DnsServer.class);

    /** How often another free port is tried when port 0 is set and UDP does not have it. */
    private static final int FREE_PORT_TRIES = 20;

    private static final int UDP_BUFFER_BYTES = 1 << 20;

    private final DnsSettings settings;
    private final Responder responder;
    private final long seed;
    private @Nullable Sockets sockets;

    /** @param seed of the picks among weighted children */
    public DnsServer(DnsSettings settings, Responder responder, long seed) {
        this.settings = settings;
        this.responder = responder;
        this.seed = seed;
    }

    private record Sockets(ServerSocket tcp, DatagramChannel udp) {}

    @Override
    public synchronized void start() {
        Sockets bound = bind();
        sockets = bound;
        new UdpLoop(bound.udp(), responder, seed).start();
        new TcpLoop(bound.tcp(), responder, seed, settings).start();
        log.atInfo().log("DNS on {} udp+tcp", bound.tcp().getLocalSocketAddress());
    }

    /** The port that is served; another than the setting only when that is 0. */
    public synchronized int port() {
        if (sockets == null) {
            throw new IllegalStateException("the DNS server is not started");
        }
        return sockets.tcp().getLocalPort();
    }

    private Sockets bind() {
        IOException last = new IOException("not tried");
        for (int i = 0; i < (settings.port() == 0 ? FREE_PORT_TRIES : 1); i++) {
            try {
                return tryBind();
            } catch (IOException e) {
                last = e;
            }
        }
        throw new UncheckedIOException(
                "cannot listen for DNS on " + settings.address() + ":" + settings.port()
                        + "; stop what uses the port (udp or tcp) or set route53.dns.port",
                last);
    }

    private Sockets tryBind() throws IOException {
        ServerSocket tcp = new ServerSocket();
        try {
            tcp.setReuseAddress(true);
            tcp.bind(new InetSocketAddress(settings.address(), settings.port()), settings.tcpConnectionsMax());
            return new Sockets(tcp, bindUdp(tcp.getLocalPort()));
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }

    private DatagramChannel bindUdp(int port) throws IOException {
        DatagramChannel udp = DatagramChannel.open();
        try {
            udp.setOption(StandardSocketOptions.SO_RCVBUF, UDP_BUFFER_BYTES);
            return udp.bind(new InetSocketAddress(settings.address(), port));
        } catch (IOException e) {
            udp.close();
            throw e;
        }
    }

    @Override
    public synchronized void stop() {
        if (sockets == null) {
            return;
        }
        try {
            sockets.tcp().close();
            sockets.udp().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return sockets != null;
    }
}
