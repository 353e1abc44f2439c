package emptyrecord.e2e.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which anything can be sent. */
final class Line implements AutoCloseable {

    /** A slower answer counts as none. */
    private static final int TIMEOUT_MILLIS = 15_000;

    private static final int ANSWER_MAX = 16_384;

    /** How the faces name their errors: problem details, DynamoDB, Route 53 and EC2. */
    private static final Pattern ERROR = Pattern.compile(
            "\"title\":\"([^\"]+)\"|\"__type\":\"(?:[^\"#]*#)?([^\"]+)\"|<Code>([^<]+)</Code>|<(InvalidChangeBatch)");

    private final Socket socket = new Socket();

    Line(Target target) throws IOException {
        socket.connect(new InetSocketAddress(target.host(), target.port()), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    Line send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Line send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The other end's answer, shortened to its status and the name of its error. */
    String heard() {
        byte[] answer = new byte[ANSWER_MAX];
        int length = 0;
        try {
            InputStream in = socket.getInputStream();
            for (int read; length < ANSWER_MAX && (read = in.read(answer, length, ANSWER_MAX - length)) > 0; ) {
                length += read;
                if (isWhole(text(answer, length))) {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            return length == 0 ? "no answer" : shortened(text(answer, length));
        } catch (IOException e) {
            return length == 0 ? "cut off" : shortened(text(answer, length));
        }
        return length == 0 ? "closed" : shortened(text(answer, length));
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        Matcher length = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)").matcher(answer);
        return end >= 0
                && (answer.startsWith("HTTP/1.1 100")
                        || length.find() && answer.length() >= end + 4 + Integer.parseInt(length.group(1))
                        || answer.endsWith("0\r\n\r\n"));
    }

    private static String shortened(String answer) {
        String status = answer.startsWith("HTTP/") && answer.length() > 12 ? answer.substring(9, 12) : "?";
        Matcher error = ERROR.matcher(answer);
        if (!error.find()) {
            return status;
        }
        for (int group = 1; group <= error.groupCount(); group++) {
            if (error.group(group) != null) {
                return status + " " + error.group(group);
            }
        }
        return status;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed, one way or the other.
        }
    }
}
