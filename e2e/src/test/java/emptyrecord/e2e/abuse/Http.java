package emptyrecord.e2e.abuse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as bytes, also ones that no client library would write. */
final class Http {

    private Http() {}

    static byte[] request(String line, Map<String, String> headers, byte[] body) {
        String head = head(line, headers) + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length);
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** Up to the header's last line, without the empty line that ends it. */
    static String head(String line, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    static byte[] json(String line, String body) {
        return request(line, Map.of("Content-Type", "application/json"), bytes(body));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
