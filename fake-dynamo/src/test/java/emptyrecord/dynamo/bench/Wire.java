package emptyrecord.dynamo.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One HTTP/1.1 connection that is kept open. It does no more than it must, so the client is not what is measured. */
final class Wire implements AutoCloseable {

    /** Servers that want a signature look at its form; the ones measured do not verify it. */
    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=bench/20251020/us-east-1/dynamodb/aws4_request, "
                    + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=" + "0".repeat(64);

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length:";
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER = 64 << 10;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final String host;
    private byte[] buffer = new byte[BUFFER];

    Wire(InetSocketAddress address) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(address, TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        host = address.getHostString() + ":" + address.getPort();
    }

    /** @param status of HTTP */
    record Answer(int status, String body) {}

    Answer call(String operation, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST / HTTP/1.1\r\nHost: " + host
                + "\r\nX-Amz-Target: DynamoDB_20120810." + operation
                + "\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Date: 20251020T064800Z\r\nAuthorization: "
                + SIGNATURE + "\r\nContent-Length: " + bytes.length + END_OF_HEAD;
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        out.write(all);
        return answer();
    }

    private Answer answer() throws IOException {
        int have = 0;
        int end = -1;
        while (end < 0) {
            have += more(have);
            end = new String(buffer, 0, have, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD);
        }
        String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int from = end + END_OF_HEAD.length();
        int length = length(head);
        while (have < from + length) {
            have += more(have);
        }
        int status = Integer.parseInt(head.substring("http/1.1 ".length(), "http/1.1 200".length()));
        return new Answer(status, new String(buffer, from, length, StandardCharsets.UTF_8));
    }

    private static int length(String head) throws IOException {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("An answer without a length: " + head);
        }
        int end = head.indexOf('\r', at);
        return Integer.parseInt(head.substring(at + LENGTH.length(), end < 0 ? head.length() : end)
                .strip());
    }

    private int more(int have) throws IOException {
        if (have == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int got = in.read(buffer, have, buffer.length - have);
        if (got < 0) {
            throw new EOFException("The server closed the connection");
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
