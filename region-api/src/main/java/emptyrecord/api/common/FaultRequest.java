package emptyrecord.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /chaos/{fault}}; an empty one takes the fault's first step.
 *
 * @param step a named magnitude
 * @param magnitude in the fault's unit, instead of a step
 * @param target restricts the injection; null: everything
 * @param leaseMinutes real minutes from now; null: the service's setting
 * @param untilHealed no lease
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultRequest(
        @Nullable String step,
        @Nullable Double magnitude,
        @Nullable String target,
        @Nullable Double leaseMinutes,
        @Nullable Boolean untilHealed) {

    /** The fault's first step with the service's lease. */
    public static FaultRequest plain() {
        return new FaultRequest(null, null, null, null, null);
    }

    /** The lease alone. */
    public FaultLease lease() {
        return new FaultLease(leaseMinutes, untilHealed);
    }
}
