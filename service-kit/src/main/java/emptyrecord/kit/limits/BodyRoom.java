package emptyrecord.kit.limits;

import jakarta.validation.constraints.NotNull;
import org.springframework.util.unit.DataSize;

/**
 * Bounds on bodies whose path begins with a prefix: some interfaces take more than the others and have room of their
 * own.
 *
 * @param prefix of the path, for example {@code /2013-04-01/}
 * @param bodyMax bytes of one request's body
 * @param bodiesMax bytes of the bodies of all requests in hand, never less than {@code bodyMax}
 */
public record BodyRoom(
        @NotNull String prefix,
        @NotNull DataSize bodyMax,
        @NotNull DataSize bodiesMax) {

    public BodyRoom {
        if (bodyMax.toBytes() < 1024 || bodiesMax.toMegabytes() > 64) {
            throw new IllegalArgumentException(
                    "body-max of lab.limits is at least 1KB and bodies-max at most 64MB, also in its rooms");
        }
        if (bodiesMax.compareTo(bodyMax) < 0) {
            throw new IllegalArgumentException(
                    "bodies-max " + bodiesMax + " of lab.limits must not be less than body-max " + bodyMax
                            + ", or the largest body is never taken");
        }
    }
}
