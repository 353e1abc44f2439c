package emptyrecord.kit.safety;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter in front of every HTTP interface of a service: it turns away what {@link RequestCheck} refuses, and gives
 * every answer its security headers.
 */
public final class SafetyFilter extends OncePerRequestFilter {

    /** Name of the header that says what a page may load and who may frame it. */
    public static final String CSP = "Content-Security-Policy";

    /** Pages load from their own origin only and cannot be framed. */
    private static final String OWN_ORIGIN =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /**
     * For a report that carries its scripts and styles within itself and asks for nothing: it runs in an origin of its own,
     * so that it cannot act on the page it was opened from. A handler sets it with {@code setHeader}.
     */
    public static final String SELF_CONTAINED =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                    + " img-src data:; frame-ancestors 'none'; sandbox allow-scripts";

    private final RequestCheck check;
    private final Map<RequestCheck.Refusal, Counter> refused = new EnumMap<>(RequestCheck.Refusal.class);

    public SafetyFilter(RequestCheck check, MeterRegistry meters) {
        this.check = check;
        for (RequestCheck.Refusal refusal : RequestCheck.Refusal.values()) {
            refused.put(
                    refusal,
                    Counter.builder("requests.refused")
                            .description("Requests that were turned away before they reached the service")
                            .tag("reason", refusal.reason())
                            .register(meters));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(CSP, OWN_ORIGIN);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        RequestCheck.Asked asked = asked(request);
        Optional<RequestCheck.Refusal> refusal = check.check(asked);
        if (refusal.isPresent()) {
            refuse(request, response, refusal.get());
        } else if (asked.path().equals(FaultlessMetrics.PATH) && !check.mayReadFaults(asked.headers())) {
            FaultlessMetrics.answer(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The path is the container's, decoded and without dots and parameters: {@code /%63haos} is {@code /chaos}. */
    private static RequestCheck.Asked asked(HttpServletRequest request) {
        return new RequestCheck.Asked(
                request.getMethod(),
                request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), ""),
                new RequestCheck.Headers(
                        header(request, HttpHeaders.HOST),
                        header(request, HttpHeaders.ORIGIN),
                        header(request, "Sec-Fetch-Site"),
                        header(request, HttpHeaders.AUTHORIZATION)));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank());
    }

    /** As a problem detail (RFC 9457). The token that was sent is not repeated. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, RequestCheck.Refusal refusal)
            throws IOException {
        Objects.requireNonNull(refused.get(refusal)).increment();
        HttpStatus status = HttpStatus.valueOf(refusal.status());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"empty-record\"");
        }
        FilterProblem.write(request, response, status, refusal.detail());
    }
}
