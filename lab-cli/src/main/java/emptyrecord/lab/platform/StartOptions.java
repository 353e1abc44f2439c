package emptyrecord.lab.platform;

import org.jspecify.annotations.Nullable;

/**
 * How to start a region.
 *
 * @param speed incident seconds per real second; null: the platform's own
 * @param seed of everything random; null: the platform's own
 * @param keepData keep the last region's data
 * @param uuidNames plans' trees are named by UUIDs, as in the night (F33)
 * @param token only the holder of the facilitator's token may change the region
 * @param strict refuse a speed for which this machine is too busy, instead of warning
 * @param tracing services send spans
 * @param loadBalancers of DynamoDB (F32); null: three, one in each zone
 */
public record StartOptions(
        @Nullable Double speed,
        @Nullable Long seed,
        boolean keepData,
        boolean uuidNames,
        boolean token,
        boolean strict,
        boolean tracing,
        @Nullable Integer loadBalancers) {

    /** Incident seconds per real second where neither the options nor the platform set it. */
    public static final double DEFAULT_SPEED = 60;
}
