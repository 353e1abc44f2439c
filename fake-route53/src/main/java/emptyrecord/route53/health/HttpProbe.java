package emptyrecord.route53.health;

import emptyrecord.route53.core.health.ProbeTarget;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * The request of an HTTP probe and its answer, read as it comes: a probe holds a line and a search string, never a body.
 * Each part has one time for all of it, so that an endpoint that sends a byte a second does not pass.
 */
final class HttpProbe {

    /** Route 53 searches these bytes of the body. */
    static final int BODY_BYTES = 5120;

    /** Status line and headers; our choice. */
    private static final int HEADER_BYTES_MAX = 16 * 1024;

    /** Our choice. */
    static final int LINE_BYTES_MAX = 8 * 1024;

    private static final int LINE_KEPT = 64;
    private static final int BUFFER_BYTES = 512;

    private final Duration time;

    /** @param time real time for the headers, and again for the body */
    HttpProbe(Duration time) {
        this.time = time;
    }

    /** @param socket connected */
    ProbeResult ask(Socket socket, String checkId, ProbeTarget target) {
        try {
            socket.getOutputStream().write(request(checkId, target).getBytes(StandardCharsets.US_ASCII));
            TimedInput in = new TimedInput(socket);
            Header header = header(in);
            ProbeResult status = ProbeResult.ofStatus(header.status());
            if (!status.passed() || target.search().isEmpty()) {
                return status;
            }
            in.restart();
            InputStream body = header.chunked() ? new ChunkedInput(in) : in;
            byte[] wanted = target.search().orElseThrow().getBytes(StandardCharsets.UTF_8);
            return new Search(wanted).finds(body, BODY_BYTES) ? status : ProbeResult.NOT_FOUND;
        } catch (IOException e) {
            return ProbeResult.NO_ANSWER;
        }
    }

    private static String request(String checkId, ProbeTarget target) {
        return "GET " + target.requestPath() + " HTTP/1.1\r\nHost: " + target.host()
                + "\r\nUser-Agent: Amazon-Route53-Health-Check-Service (ref " + checkId + ")\r\n"
                + "Accept: */*\r\nConnection: close\r\n\r\n";
    }

    private record Header(int status, boolean chunked) {}

    private static Header header(InputStream in) throws IOException {
        int left = HEADER_BYTES_MAX;
        int status = 0;
        boolean chunked = false;
        StringBuilder line = new StringBuilder(LINE_KEPT);
        for (int lines = 0; ; lines++) {
            line.setLength(0);
            left -= ChunkedInput.line(in, line, LINE_KEPT);
            if (left < 0) {
                throw new IOException("the headers are too long");
            }
            if (line.isEmpty()) {
                return new Header(status, chunked);
            }
            if (lines == 0) {
                status = status(line.toString());
            }
            chunked |= line.toString().toLowerCase(Locale.ROOT).matches("transfer-encoding:\\s*chunked");
        }
    }

    /** For example {@code HTTP/1.1 200 OK}. */
    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("no status line");
        }
        return Integer.parseInt(parts[1]);
    }

    /** A socket's input, of which all that is read must come within one time. */
    private final class TimedInput extends InputStream {

        private final Socket socket;
        private final InputStream in;
        private long end;

        TimedInput(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(
                    new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("reads are by buffer");
                        }

                        @Override
                        public int read(byte[] bytes, int from, int length) throws IOException {
                            socket.setSoTimeout(left());
                            return socket.getInputStream().read(bytes, from, length);
                        }
                    },
                    BUFFER_BYTES);
            restart();
        }

        void restart() {
            end = System.nanoTime() + time.toNanos();
        }

        private int left() throws SocketTimeoutException {
            long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (millis <= 0) {
                throw new SocketTimeoutException("the time for the answer is over");
            }
            return Math.toIntExact(millis);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
