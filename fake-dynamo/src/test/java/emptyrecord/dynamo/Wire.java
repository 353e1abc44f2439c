package emptyrecord.dynamo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests as bytes, also ones that no client library would send. */
final class Wire {

    private static final int BEGINNING = 400;
    private static final int TIMEOUT_MILLIS = 60_000;

    private Wire() {}

    static String head(String operation, int length) {
        return "POST / HTTP/1.1\r\nHost: dynamodb\r\nX-Amz-Target: DynamoDB_20120810." + operation
                + "\r\nContent-Length: " + length + "\r\n";
    }

    static byte[] request(String operation, String body) {
        return bytes(head(operation, body.length()) + "\r\n" + body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** Sends one request on a connection of its own and returns the whole answer, head included. */
    static String call(int port, String operation, String body) throws IOException {
        String close = head(operation, body.length()) + "Connection: close\r\n\r\n";
        return send(port, bytes(close + body));
    }

    /** Sends bytes and reads until the other side closes. */
    static String send(int port, byte[] bytes) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(bytes);
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The same call many times at once; all answers. */
    static List<String> callMany(int times, int port, String operation, String body) throws Exception {
        List<Future<String>> calls = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            for (int call = 0; call < times; call++) {
                calls.add(threads.submit(() -> call(port, operation, body)));
            }
            for (Future<String> call : calls) {
                answers.add(call.get());
            }
        }
        return answers;
    }

    /** Opens many connections, each beginning with the same bytes, and keeps them. */
    static List<Socket> keep(int connections, int port, byte[] begin) throws IOException {
        List<Socket> kept = new ArrayList<>();
        for (int at = 0; at < connections; at++) {
            Socket socket = connect(port);
            kept.add(socket);
            try {
                socket.getOutputStream().write(begin);
            } catch (IOException e) {
                // it had to make room already
            }
        }
        return kept;
    }

    /** The first bytes of an answer, its head and a little more; empty if the other side has ended the connection. */
    static String beginning(Socket socket) {
        try {
            return new String(socket.getInputStream().readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    static void hangUp(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
