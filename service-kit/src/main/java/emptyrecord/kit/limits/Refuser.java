package emptyrecord.kit.limits;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers a refused request in the protocol that it used, and closes the connection. */
final class Refuser {

    /** A client that goes on sending reads the answer only if its bytes are read for a while; that costs no memory. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final List<RefusalForm> forms;
    private final RefusedMeters refused;

    Refuser(List<RefusalForm> forms, RefusedMeters refused) {
        this.forms = List.copyOf(forms);
        this.refused = refused;
    }

    /** For a request whose body is still on its way. */
    void refuse(Request request, Response response, Refusal refusal) {
        refuseUnread(request, response, refusal);
        try {
            response.finishResponse();
            drain(request);
        } catch (IOException gone) {
            // The client is gone.
        }
    }

    /**
     * For a request that cannot be read further. If Tomcat could not decode its path, it keeps the answer for a page of
     * its own, which has no reason; so the answer is taken back.
     */
    void refuseUnread(Request request, Response response, Refusal refusal) {
        refused.count(refusal.reason());
        response.setSuspended(false);
        RefusalForm.Answer answer = answer(path(request), refusal);
        try {
            if (refusal.passes()) {
                response.setHeader("Retry-After", "1");
            }
            response.setStatus(answer.status());
            response.setContentType(answer.contentType());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Connection", "close");
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        } catch (IOException gone) {
            // The client is gone.
        }
    }

    /** Decoded, or as it was sent if it cannot be decoded. */
    static String path(Request request) {
        String path = request.getDecodedRequestURI();
        String sent = request.getRequestURI();
        return path != null && !path.isEmpty() ? path : sent == null ? "" : sent;
    }

    private RefusalForm.Answer answer(String path, Refusal refusal) {
        return forms.stream()
                .filter(form -> form.covers(path))
                .findFirst()
                .map(form -> form.answer(refusal))
                .orElseGet(() -> problem(path, refusal));
    }

    /** A problem detail (RFC 9457), without a mapper: the path is percent-encoded, so nothing is to be escaped. */
    private static RefusalForm.Answer problem(String path, Refusal refusal) {
        String title = HttpStatus.valueOf(refusal.status()).getReasonPhrase();
        String instance = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
        String json = "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"instance\":\"%s\"}"
                .formatted(title, refusal.status(), refusal.detail(), instance);
        return new RefusalForm.Answer(
                refusal.status(), MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void drain(Request request) throws IOException {
        long end = System.nanoTime() + LINGER.toNanos();
        Connection connection = Connection.CURRENT.get();
        Piece thrownAway = new Piece();
        boolean asksFirst = request.getHeader("Expect") != null;
        for (long left = LINGER.toNanos(); left > 0 && !asksFirst; left = end - System.nanoTime()) {
            connection.readWithin(Duration.ofNanos(left));
            if (request.getCoyoteRequest().doRead(thrownAway) < 0) {
                return;
            }
        }
    }
}
