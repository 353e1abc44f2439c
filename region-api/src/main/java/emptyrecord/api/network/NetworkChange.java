package emptyrecord.api.network;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /network-state}: dwfm's change of an instance.
 *
 * @param az null: the zone of its launch
 * @param change {@code LAUNCHED} or {@code TERMINATED}
 */
public record NetworkChange(
        @Nullable String instanceId,
        @Nullable String az,
        @Nullable String change) {}
