package emptyrecord.kit.safety;

import java.util.List;

/**
 * Paths that need no facilitator's token for a change: the foreign protocols that a service speaks (Route 53, EC2), and
 * calls between the region's services. A service with such paths has a bean of this type.
 *
 * @param paths exact, or with {@code /**} at the end for all below
 */
public record OpenPaths(List<String> paths) {

    private static final String ALL_BELOW = "/**";

    public OpenPaths {
        paths = List.copyOf(paths);
    }

    public static OpenPaths of(String... paths) {
        return new OpenPaths(List.of(paths));
    }

    boolean contain(String path) {
        return paths.stream()
                .anyMatch(open -> open.endsWith(ALL_BELOW)
                        ? path.startsWith(open.substring(0, open.length() - 2))
                        : path.equals(open));
    }
}
