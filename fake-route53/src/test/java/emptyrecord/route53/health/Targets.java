package emptyrecord.route53.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Endpoints that are probed. */
public final class Targets {

    private Targets() {}

    /** A TCP endpoint that can go down and come back on its port. */
    public static final class Switchable implements AutoCloseable {

        private final int port;
        private ServerSocket server;
        private Thread acceptor;

        public Switchable() {
            server = bound(0);
            acceptor = acceptor(server);
            port = server.getLocalPort();
        }

        public int port() {
            return port;
        }

        public void goDown() {
            close();
        }

        public void comeBack() {
            server = bound(port);
            acceptor = acceptor(server);
        }

        private static ServerSocket bound(int port) {
            try {
                ServerSocket server = new ServerSocket();
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Thread acceptor(ServerSocket server) {
            return Thread.ofVirtual().start(() -> accept(server));
        }

        private static void accept(ServerSocket server) {
            while (!server.isClosed()) {
                try {
                    server.accept().close();
                } catch (IOException e) {
                    // closed, or the client has gone
                }
            }
        }

        /** The port is closed only when the thread that accepts on it has let go of it. */
        @Override
        public void close() {
            try {
                server.close();
                acceptor.join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** An endpoint that sends these bytes to every request and then closes, or waits. */
    public static ServerSocket saying(String bytes, boolean waits) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> answer(client, bytes, waits));
                } catch (IOException e) {
                    // closed
                }
            }
        });
        return server;
    }

    private static void answer(Socket client, String bytes, boolean waits) {
        try (client) {
            client.getInputStream().read(new byte[1024]);
            client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            if (waits) {
                client.getInputStream().read();
            }
        } catch (IOException e) {
            // the prober has gone
        }
    }

    /** A server of the JDK, whose answers are chunked. */
    public static HttpServer http(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }
}
