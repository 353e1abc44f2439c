package emptyrecord.route53.core.health;

import java.util.Optional;

/**
 * What checkers connect to and ask. Lengths are Route 53's (API_HealthCheckConfig).
 *
 * @param address IPv4 or IPv6; without it the name is resolved from the region's own zones at each probe
 * @param port 1 to 65535
 * @param name fully qualified; beside an address it is only the Host header
 * @param path for HTTP, with or without a slash at its begin
 * @param search what the first 5120 bytes of the body must contain, for HTTP_STR_MATCH
 */
public record ProbeTarget(
        Optional<String> address, int port, Optional<String> name, Optional<String> path, Optional<String> search) {

    private static final int PORT_MAX = 65_535;
    private static final int TEXT_MAX = 255;

    public ProbeTarget {
        if (address.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException("A health check needs an IPAddress or a FullyQualifiedDomainName");
        }
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("Port must be a number from 1 to " + PORT_MAX + ", not " + port);
        }
        name.ifPresent(text -> checkText("FullyQualifiedDomainName", text));
        path.ifPresent(text -> checkText("ResourcePath", text));
        search.filter(text -> text.length() > TEXT_MAX).ifPresent(text -> {
            throw new IllegalArgumentException("SearchString must have 1 to " + TEXT_MAX + " characters");
        });
    }

    /** It is written into a request line or a header, so it must not end one. */
    private static void checkText(String element, String text) {
        if (text.length() > TEXT_MAX || !text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(element + " must have up to " + TEXT_MAX
                    + " characters, all of them visible ASCII; write others as escapes");
        }
    }

    /** The path as the request line has it. */
    public String requestPath() {
        String text = path.orElse("/");
        return text.startsWith("/") ? text : "/" + text;
    }

    /** The Host header: the name if there is one, with a port that is not 80. */
    public String host() {
        String host = name.orElseGet(() ->
                address.filter(a -> a.contains(":")).map(a -> "[" + a + "]").orElse(address.orElse("")));
        return port == 80 ? host : host + ":" + port;
    }

    int characters() {
        return address.map(String::length).orElse(0)
                + name.map(String::length).orElse(0)
                + path.map(String::length).orElse(0)
                + search.map(String::length).orElse(0);
    }
}
