package emptyrecord.dynamo.web.http;

import emptyrecord.dynamo.balancer.LoadBalancer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.http.protocol.ResponseDate;

/**
 * One load balancer's listener: HTTP/1.1 by Apache HttpCore, one platform thread a connection. Virtual threads whose
 * callers always have another request ready would never leave their carriers. HttpCore's own server and the JDK's give
 * no access to their connections; without it a caller that keeps many locks the others out.
 */
final class Listener implements AutoCloseable {

    /** Newcomers that the operating system queues while all places are taken. */
    private static final int BACKLOG = 512;

    /** Real time between checks for a place. */
    private static final long RETRY_NANOS = Duration.ofMillis(5).toNanos();

    private static final Http1Config CONFIG = Http1Config.custom()
            .setBufferSize(Bounds.BUFFER_BYTES)
            .setMaxLineLength(Bounds.HEAD_BYTES)
            .setMaxHeaderCount(Bounds.FIELDS)
            .build();

    private static final DefaultBHttpServerConnectionFactory FACTORY = DefaultBHttpServerConnectionFactory.builder()
            .http1Config(CONFIG)
            .requestParserFactory(HeadParser::new)
            .build();

    private final LoadBalancer balancer;
    private final Connections connections;
    private final HttpService service;
    private final ServerSocket server;
    private final ExecutorService threads;

    Listener(LoadBalancer balancer, int port, HttpServerRequestHandler handler, Connections connections)
            throws IOException {
        this.balancer = balancer;
        this.connections = connections;
        this.service = HttpService.builder()
                .withHttp1Config(CONFIG)
                .withHttpProcessor(HttpProcessorBuilder.create()
                        .addAll(new ResponseDate(), new ResponseContent(), new ResponseConnControl())
                        .build())
                .withHttpServerRequestHandler(new BasicHttpServerExpectationDecorator(handler))
                .build();
        this.threads = Executors.newCachedThreadPool(Thread.ofPlatform()
                .daemon()
                .name("http-" + balancer.name() + "-", 1)
                .factory());
        this.server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(balancer.address(), port), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        Thread.ofPlatform().daemon().name("accept-" + balancer.name()).start(this::acceptAll);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                welcome(server.accept());
            } catch (IOException e) {
                // this caller has already disconnected, or the listener is closed
            }
        }
        threads.shutdown();
    }

    private void welcome(Socket socket) throws IOException {
        // without it the answer's second packet waits for a delayed acknowledgement: 40 ms a call
        socket.setTcpNoDelay(true);
        DefaultBHttpServerConnection http = FACTORY.createConnection(socket);
        ClientConnection connection = new ClientConnection(balancer, socket, http);
        while (!connections.admit(connection)) {
            if (server.isClosed()) {
                connection.end();
                return;
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
        threads.execute(() -> serve(connection));
    }

    private void serve(ClientConnection connection) {
        try {
            connection.serve(service);
        } finally {
            connections.gone(connection);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
