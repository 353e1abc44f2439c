package emptyrecord.dwfm.instances;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * A caller's launch request.
 *
 * @param min launch all of these or none
 * @param max at most
 * @param zone Availability Zone, or empty for any
 * @param token makes the request idempotent
 */
public record LaunchSpec(int min, int max, String zone, ClientToken token, Kind kind) {

    /**
     * A client token and the request made with it.
     *
     * @param value as sent, at most 64 characters; empty for none
     * @param fingerprint of all other parameters of the request; the same value with another one is a mismatch
     */
    public record ClientToken(String value, String fingerprint) {
        public static final ClientToken NONE = new ClientToken("", "");

        @JsonIgnore
        boolean none() {
            return value.isEmpty();
        }
    }

    /**
     * The kind of instance.
     *
     * @param tags may hold {@code lab:class}: {@code customer} (default) or {@code internal}
     * @param endsOnShutdown a shutdown from inside terminates it, as {@code InstanceInitiatedShutdownBehavior} says;
     *     otherwise it stops
     */
    public record Kind(String imageId, String instanceType, Map<String, String> tags, boolean endsOnShutdown) {
        public Kind {
            tags = Map.copyOf(tags);
        }

        /** A kind that stops on a shutdown, which is EC2's default. */
        public Kind(String imageId, String instanceType, Map<String, String> tags) {
            this(imageId, instanceType, tags, false);
        }

        /** AWS's own fleets are not throttled with the customers. */
        @JsonIgnore
        boolean internal() {
            return "internal".equals(tags.get("lab:class"));
        }

        /** Characters it takes in memory and in the journal. */
        @JsonIgnore
        int length() {
            int tagged = tags.entrySet().stream()
                    .mapToInt(t -> t.getKey().length() + t.getValue().length())
                    .sum();
            return imageId.length() + instanceType.length() + tagged;
        }
    }

    boolean internal() {
        return kind.internal();
    }
}
