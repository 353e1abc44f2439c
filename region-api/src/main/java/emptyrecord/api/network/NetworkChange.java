package emptyrecord.api.network;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /network-state}: dwfm's change of an instance.
 *
 * @param az null: the zone of its launch
 * @param change {@code LAUNCHED} when it is placed on a droplet, {@code TERMINATED} when it leaves it
 * @param placement how often it was placed, from 1: a stopped instance that starts is placed once more; null: 1
 */
public record NetworkChange(
        @Nullable String instanceId,
        @Nullable String az,
        @Nullable String change,
        @Nullable Integer placement) {}
