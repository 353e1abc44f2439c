package emptyrecord.kit.safety;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The metrics for a caller without the facilitator's token. They leave out the series that name a fault, a guard or a
 * point, or show that one was just switched or held. All others stay, since trainees work with them, and Prometheus
 * needs no token.
 */
final class FaultlessMetrics {

    static final String PATH = "/actuator/prometheus";

    /** A series, its HELP or its TYPE (Prometheus text format 0.0.4). */
    private static final Pattern NAMES_FAULTS = Pattern.compile("(# (HELP|TYPE) )?(fault|guard|point)_.*"
            + "|.*action=\"(inject|clear|guard|reset-all)\".*"
            + "|.*uri=\"/(chaos|guards|points)[/\"].*");

    private FaultlessMetrics() {}

    static void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
        chain.doFilter(new AsText(request), whole);
        byte[] left = without(new String(whole.getContentAsByteArray(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(left.length);
        response.getOutputStream().write(left);
    }

    static String without(String metrics) {
        return metrics.lines()
                .filter(line -> !NAMES_FAULTS.matcher(line).matches())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Asks for the text format, whatever the client would also take: a line of it is a series. */
    private static final class AsText extends HttpServletRequestWrapper {

        AsText(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? "text/plain" : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT)
                    ? Collections.enumeration(Collections.singleton("text/plain"))
                    : super.getHeaders(name);
        }
    }
}
