package emptyrecord.network.fabric;

import emptyrecord.network.core.Az;
import emptyrecord.network.core.Call;
import emptyrecord.network.core.InstanceId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a CONNECT request (RFC 9110, section 9.3.6) and the two headers that name the caller. */
final class CallReader {

    private static final Pattern REQUEST = Pattern.compile("CONNECT ([^ :]+):(\\d{1,5}) HTTP/1\\.[01]");
    private static final String INSTANCE_PORT = "80";

    private final List<Az> zones;
    private final int headBytesMax;

    CallReader(List<Az> zones, int headBytesMax) {
        this.zones = zones;
        this.headBytesMax = headBytesMax;
    }

    /**
     * @return empty if the caller left without sending anything
     * @throws IllegalArgumentException with a sentence that describes the error in the request
     */
    Optional<Call> read(LineReader in) throws IOException {
        Optional<String> request = in.line(headBytesMax);
        if (request.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = headers(in, headBytesMax - request.get().length());
        return Optional.of(new Call(target(request.get()), from(headers), caller(headers)));
    }

    private static Map<String, String> headers(LineReader in, int bytesMax) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int left = bytesMax;
        while (true) {
            String line = in.line(left)
                    .orElseThrow(() -> new IllegalArgumentException("the request ends before its empty line"));
            if (line.isEmpty()) {
                return headers;
            }
            left -= line.length() + 1;
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("each header is a line such as X-From-Az: us-east-1a");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private static InstanceId target(String request) {
        Matcher parts = REQUEST.matcher(request);
        if (!parts.matches() || !parts.group(2).equals(INSTANCE_PORT)) {
            throw new IllegalArgumentException(
                    "the fabric takes CONNECT <instance-id>:80 HTTP/1.1 only; instances listen on port 80");
        }
        return new InstanceId(parts.group(1));
    }

    private Az from(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("x-from-az"))
                .map(Az::new)
                .filter(zones::contains)
                .orElseThrow(
                        () -> new IllegalArgumentException("X-From-Az must name the caller's zone, one of " + zones));
    }

    private static Optional<InstanceId> caller(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("x-from-instance")).map(InstanceId::new);
    }
}
