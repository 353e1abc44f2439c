package emptyrecord.kit.safety;

import emptyrecord.api.client.Routes;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request may pass. It is refused when it uses a foreign name for this machine (DNS rebinding), or when it
 * changes state and comes from a foreign page (cross-site request forgery). It is also refused when it changes state,
 * or reads what names faults, without the facilitator's token.
 */
public final class RequestCheck {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String BEARER = "Bearer ";

    /**
     * Paths that trainees of a drill may not read: faults and guards, the events that report them, holds at named
     * points, and the seed with which a run could be foretold. {@code /state} stays open: it says how a service does,
     * not why.
     */
    private static final OpenPaths NAMING_FAULTS = OpenPaths.of(
            Routes.FAULTS,
            Routes.FAULTS + "/**",
            Routes.EVENTS,
            Routes.GUARDS,
            Routes.GUARDS + "/**",
            Routes.POINTS,
            Routes.POINTS + "/**",
            Routes.REGION);

    private final Optional<FacilitatorToken> token;
    private final OpenPaths open;
    private final Set<String> hosts;

    /** @param hosts further names under which the service may be asked */
    public RequestCheck(Optional<FacilitatorToken> token, OpenPaths open, Set<String> hosts) {
        this.token = token;
        this.open = open;
        this.hosts = Set.copyOf(hosts);
    }

    /** The parts of a request that matter; an absent header is empty. */
    public record Asked(String method, String path, Headers headers) {}

    /** @param site value of {@code Sec-Fetch-Site}, which browsers set and pages cannot (W3C Fetch Metadata) */
    public record Headers(
            Optional<String> host, Optional<String> origin, Optional<String> site, Optional<String> authorization) {}

    /** Why a request is refused. */
    public enum Refusal {
        FOREIGN_HOST(
                403,
                "This service is not to be asked under that host name. Use 127.0.0.1 or localhost, or add the name to"
                        + " the setting lab.hosts"),
        FOREIGN_PAGE(
                403,
                "This request changes state and comes from a page of another origin. Use the region's own page, ./lab"
                        + " or curl"),
        NO_TOKEN(
                401,
                "This region has a facilitator's token, and this request changes state or reads what names faults:"
                        + " send the header 'Authorization: Bearer TOKEN'. ./lab takes the token from LAB_TOKEN or from"
                        + " the file 'token' in the run's folder"),
        WRONG_TOKEN(
                401,
                "That is not this region's facilitator's token. The right one stands in the file 'token' in the run's"
                        + " folder, or is what LAB_TOKEN was when the region was started");

        private final int status;
        private final String detail;

        Refusal(int status, String detail) {
            this.status = status;
            this.detail = detail;
        }

        public int status() {
            return status;
        }

        /** What to do. */
        public String detail() {
            return detail;
        }

        /** The metric's tag. */
        public String reason() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return empty if the request may pass */
    public Optional<Refusal> check(Asked asked) {
        Headers headers = asked.headers();
        if (headers.host().filter(h -> !isOurs(h)).isPresent()) {
            return Optional.of(Refusal.FOREIGN_HOST);
        }
        boolean reads = READING.contains(asked.method());
        if (!reads && isFromAnotherPage(headers)) {
            return Optional.of(Refusal.FOREIGN_PAGE);
        }
        boolean free = reads ? !NAMING_FAULTS.contain(asked.path()) : open.contain(asked.path());
        return token.isEmpty() || free ? Optional.empty() : tokenMissing(headers, token.get());
    }

    /** Whether a request may read everything; without a token in the region every request may. */
    boolean mayReadFaults(Headers headers) {
        return token.isEmpty() || tokenMissing(headers, token.get()).isEmpty();
    }

    /**
     * A page can point a name of its own at 127.0.0.1, but not an address, nor a name without a dot (no top-level domain has
     * addresses), nor one under a reserved domain (RFC 6761). Requests without a Host header come from no browser.
     */
    private boolean isOurs(String host) {
        String name = withoutPort(host.toLowerCase(Locale.ROOT));
        return !name.contains(".")
                || name.endsWith(".localhost")
                || name.endsWith(".test")
                || hosts.contains(name)
                || isAddress(name);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean isAddress(String name) {
        try {
            return InetAddress.ofLiteral(name.replace("[", "").replace("]", "")) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isFromAnotherPage(Headers headers) {
        boolean foreignOrigin = headers.origin()
                .filter(origin ->
                        !authority(origin).equalsIgnoreCase(headers.host().orElse("")))
                .isPresent();
        return foreignOrigin || headers.site().filter("cross-site"::equals).isPresent();
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<Refusal> tokenMissing(Headers headers, FacilitatorToken token) {
        Optional<String> presented = headers.authorization()
                .filter(a -> a.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(a -> a.substring(BEARER.length()).strip());
        if (presented.isEmpty()) {
            return Optional.of(Refusal.NO_TOKEN);
        }
        return token.matches(presented.get()) ? Optional.empty() : Optional.of(Refusal.WRONG_TOKEN);
    }
}
