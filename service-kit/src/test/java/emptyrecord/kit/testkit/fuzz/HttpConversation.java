package emptyrecord.kit.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a conversation on a connection of its own, and checks what any HTTP server of the region may answer to anything. */
public final class HttpConversation {

    private static final int WAIT_MILLIS = 30_000;
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] \\d{3}|\\[reset]");

    /** A first line that does not say its version is HTTP/0.9, whose answers have no header. */
    private static final Pattern WITH_VERSION = Pattern.compile("[\r\n]*\\S+[ \t]+\\S+[ \t]+HTTP/1\\.[01]\r?\n");

    /** HEAD; and {@code OPTIONS *}, which Tomcat answers before anything else sees it, also if its Host is bad. */
    private static final Pattern NO_BODY = Pattern.compile("(?i)HEAD|OPTIONS \\*");

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    /** Not Implemented, Service Unavailable, HTTP Version Not Supported: what is no fault of a server. */
    private static final List<String> SERVER_ERRORS = List.of("501", "503", "505");

    private HttpConversation() {}

    /**
     * Says all, ends its half of the connection, and hears all; the server has to close the other half.
     *
     * @param reason expression that the answer to a bad request has in its body, for example {@code "detail":".+"}
     * @return the last status, "silence" or "reset"
     */
    public static String outcome(InetSocketAddress server, byte[] conversation, String reason) throws IOException {
        String heard;
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(WAIT_MILLIS);
            heard = exchanged(socket, conversation);
        }
        if (heard.isEmpty()) {
            return "silence";
        }
        String said = new String(conversation, StandardCharsets.ISO_8859_1);
        if (!ANSWER.matcher(heard).lookingAt()) {
            assertThat(WITH_VERSION.matcher(said).lookingAt())
                    .as("HTTP/0.9, not %s", heard)
                    .isFalse();
            return "without a header";
        }
        assertThat(heard)
                .as("no page of the server's own, no inside")
                .doesNotContainIgnoringCase("<!doctype html", "\tat ");
        return checked(heard, reason, NO_BODY.matcher(said).find());
    }

    private static String checked(String heard, String reason, boolean withoutBody) {
        Matcher statuses = STATUS.matcher(heard);
        String last = "reset";
        while (statuses.find()) {
            last = statuses.group(1);
            assertThat(last.startsWith("5") && !SERVER_ERRORS.contains(last))
                    .as(heard)
                    .isFalse();
            if (last.equals("400") && !withoutBody) {
                assertThat(heard.substring(statuses.start())).as("a reason").containsPattern(reason);
            }
        }
        return last;
    }

    private static String exchanged(Socket socket, byte[] conversation) throws IOException {
        StringBuilder heard = new StringBuilder();
        try {
            socket.getOutputStream().write(conversation);
            socket.shutdownOutput();
        } catch (SocketException reset) {
            // the server has answered and closed already
        }
        byte[] piece = new byte[4_096];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                heard.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException reset) {
            heard.append(heard.isEmpty() ? "[reset]" : "");
        }
        return heard.toString();
    }
}
