package emptyrecord.nlb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stand-in for the VPC fabric: answers unless an instance is among the unreachable ones, else stays silent. */
final class FakeFabric implements AutoCloseable {

    final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final Thread acceptor;

    FakeFabric() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.startVirtualThread(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    String hostPort() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(caller));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
            String target = in.readLine().split(" ")[1].replace(":80", "");
            boolean silent = unreachable.contains(target);
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                silent |= line.startsWith("X-From-Instance: ") && unreachable.contains(line.substring(17));
            }
            if (!silent) {
                say(caller, "HTTP/1.1 200 Connection established\r\n\r\n");
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!silent) {
                    say(caller, "OK " + target + "\n");
                }
            }
        } catch (IOException e) {
            // the caller went away
        }
    }

    private static void say(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns when nothing listens any more: a virtual thread that waits in accept keeps the socket open until it has left. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
