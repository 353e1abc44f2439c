package emptyrecord.control.web;

import emptyrecord.api.client.Routes;
import emptyrecord.control.drill.Drills;
import emptyrecord.control.drill.core.Caller;
import emptyrecord.kit.safety.FilterProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Roles while a drill is on, by bearer token (RFC 6750). The facilitator, who has the region's token, may do
 * everything. Trainees see {@code /drill} and nothing that names a fault; what each role may do there is its
 * {@link Caller}'s. Without a token there are health, metrics, and the pages' files, which ask for a token.
 */
@Component
class DrillRoles extends OncePerRequestFilter {

    /** Name of the request's attribute that has the {@link Caller}, while a drill is on. */
    static final String CALLER = "drill.caller";

    private static final String BEARER = "Bearer ";
    private static final String NO_TOKEN = "A drill is on: send the header Authorization: Bearer TOKEN"
            + " (./lab: set LAB_TOKEN). Trainees have /drill; the rest is the facilitator's.";

    /** Paths that need no token: the same for everybody, at any time. */
    private static final List<String> FOR_ALL =
            List.of("/actuator/", "/css/", "/js/", "/vendor/", "/index.html", "/trainee.html", "/favicon.svg");

    private final Drills drills;

    DrillRoles(Drills drills) {
        this.drills = drills;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!drills.isOn() || allowed(request)) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private boolean allowed(HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.equals("/") || FOR_ALL.stream().anyMatch(path::startsWith)) {
            return true;
        }
        Optional<Caller> caller = drills.caller(token(request));
        caller.ifPresent(c -> request.setAttribute(CALLER, c));
        return caller.filter(c -> c.equals(Caller.FACILITATOR) || isTrainees(path))
                .isPresent();
    }

    private static boolean isTrainees(String path) {
        return path.equals(Routes.DRILL) || path.startsWith(Routes.DRILL + "/");
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        FilterProblem.write(request, response, HttpStatus.UNAUTHORIZED, NO_TOKEN);
    }
}
