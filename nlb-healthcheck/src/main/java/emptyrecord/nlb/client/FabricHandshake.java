package emptyrecord.nlb.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The opening of a connection through the fabric, byte by byte so that nothing after it is swallowed. */
final class FabricHandshake {

    private static final int HEAD_BYTES_MAX = 2048;

    private FabricHandshake() {}

    static void request(Socket fabric, FabricRoute route) throws IOException {
        fabric.getOutputStream().write(route.connect().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits for the answer's head; true if it is a 200. A socket time-out is thrown as it is. */
    static boolean established(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < HEAD_BYTES_MAX && head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            head.append((char) b);
        }
        return head.toString().matches("(?s)HTTP/1\\.[01] 200 .*");
    }

    /** A line without its end, or the part of it that came before the end of the stream. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n' && line.length() < HEAD_BYTES_MAX; b = in.read()) {
            line.append((char) b);
        }
        return line.toString();
    }
}
