package emptyrecord.dwfm.instances;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
     * @param options of the launch; null stands for EC2's defaults
     */
    public record Kind(
            String imageId,
            String instanceType,
            Map<String, String> tags,
            boolean endsOnShutdown,
            @Nullable InstanceOptions options) {
        public Kind {
            tags = Map.copyOf(tags);
            options = InstanceOptions.DEFAULT.equals(options) ? InstanceOptions.DEFAULT : options;
        }

        /** A kind with EC2's defaults. */
        public Kind(String imageId, String instanceType, Map<String, String> tags) {
            this(imageId, instanceType, tags, false);
        }

        public Kind(String imageId, String instanceType, Map<String, String> tags, boolean endsOnShutdown) {
            this(imageId, instanceType, tags, endsOnShutdown, InstanceOptions.DEFAULT);
        }

        @Override
        public InstanceOptions options() {
            return options == null ? InstanceOptions.DEFAULT : options;
        }

        public Kind withInstanceType(String next) {
            return new Kind(imageId, next, tags, endsOnShutdown, options);
        }

        public Kind withTags(Map<String, String> next) {
            return new Kind(imageId, instanceType, next, endsOnShutdown, options);
        }

        public Kind withEndsOnShutdown(boolean next) {
            return new Kind(imageId, instanceType, tags, next, options);
        }

        public Kind withOptions(InstanceOptions next) {
            return new Kind(imageId, instanceType, tags, endsOnShutdown, next);
        }

        /** AWS's own fleets are not throttled with the customers. */
        @JsonIgnore
        boolean internal() {
            return "internal".equals(tags.get("lab:class"));
        }

        /** Characters it takes in memory and in the table. */
        @JsonIgnore
        public int length() {
            int tagged = tags.entrySet().stream()
                    .mapToInt(t -> t.getKey().length() + t.getValue().length())
                    .sum();
            return imageId.length() + instanceType.length() + tagged + options().length();
        }
    }

    boolean internal() {
        return kind.internal();
    }
}
