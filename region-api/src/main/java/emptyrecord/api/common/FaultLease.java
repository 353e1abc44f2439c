package emptyrecord.api.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /chaos/{fault}/lease}.
 *
 * @param leaseMinutes real minutes from now; null: the service's setting
 * @param untilHealed no lease
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultLease(
        @Nullable Double leaseMinutes, @Nullable Boolean untilHealed) {

    public static FaultLease minutes(double real) {
        return new FaultLease(real, null);
    }
}
