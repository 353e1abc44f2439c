package emptyrecord.dwfm.instances;

import java.util.Map;

/**
 * What a caller wants to launch.
 *
 * @param min launch all of these or none
 * @param max at most
 * @param zone Availability Zone, or empty for any
 * @param clientToken makes the request idempotent, or empty
 */
public record LaunchSpec(int min, int max, String zone, String clientToken, Kind kind) {

    /**
     * What kind of instance.
     *
     * @param tags may hold {@code lab:class}: {@code customer} (default) or {@code internal}
     */
    public record Kind(String imageId, String instanceType, Map<String, String> tags) {
        public Kind {
            tags = Map.copyOf(tags);
        }
    }

    /** AWS's own fleets are not throttled with the customers. */
    boolean internal() {
        return "internal".equals(kind.tags().get("lab:class"));
    }
}
