package emptyrecord.api.network;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /network-state}: what dwfm did to an instance.
 *
 * @param az null: the zone of its launch
 * @param change {@code LAUNCHED} or {@code TERMINATED}
 */
public record NetworkChange(
        @Nullable String instanceId,
        @Nullable String az,
        @Nullable String change) {}
