package emptyrecord.kit.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on one request and on all requests together. All defaults are our choice: far above what the region and its
 * page send, far below what the shipped heaps hold (docs/limits.md has the sum).
 *
 * @param connectionsMax open connections, 8 to 4096; default 96. At the bound a new one takes the place of one whose client
 *     keeps it waiting
 * @param headerTime real time from the first byte of a request until its header is complete; default 5s
 * @param bodyTime real time for a request's body to arrive; default 5s
 * @param idleTime real time that a connection may stay open between requests; default 60s
 * @param ioTime real time without a byte read or written after which a connection is given up; default 10s
 * @param headerMax bytes of request line and header; default 8KB
 * @param headersMax header lines, default 64
 * @param parametersMax parameters in query and form; default 500
 * @param bodyMax bytes of one request's body; default 64KB
 * @param bodiesMax bytes of the bodies of all requests in hand; default 256KB, never less than {@code bodyMax}
 * @param rooms paths with bounds of their own for bodies; default none
 * @param jsonDepthMax depth of nesting in a JSON body; default 32
 * @param jsonTokensMax names, values and brackets in a JSON body; default 20000
 */
@Validated
@ConfigurationProperties("lab.limits")
public record LimitSettings(
        @DefaultValue("96") @Min(8) @Max(4096) int connectionsMax,
        @DefaultValue("5s") @NotNull Duration headerTime,
        @DefaultValue("5s") @NotNull Duration bodyTime,
        @DefaultValue("60s") @NotNull Duration idleTime,
        @DefaultValue("10s") @NotNull Duration ioTime,
        @DefaultValue("8KB") @NotNull DataSize headerMax,
        @DefaultValue("64") @Min(16) @Max(1000) int headersMax,
        @DefaultValue("500") @Min(1) @Max(10_000) int parametersMax,
        @DefaultValue("64KB") @NotNull DataSize bodyMax,
        @DefaultValue("256KB") @NotNull DataSize bodiesMax,
        @DefaultValue @NotNull List<@Valid BodyRoom> rooms,
        @DefaultValue("32") @Min(4) @Max(500) int jsonDepthMax,
        @DefaultValue("20000") @Min(100) @Max(1_000_000) int jsonTokensMax) {

    public LimitSettings {
        rooms = List.copyOf(rooms);
        for (Duration time : new Duration[] {headerTime, bodyTime, idleTime, ioTime}) {
            if (time.compareTo(Duration.ofMillis(100)) < 0 || time.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException(
                        "header-time, body-time, idle-time and io-time of lab.limits lie between 100ms and 1h");
            }
        }
        if (headerMax.toBytes() < 1024 || headerMax.toBytes() > 65_536) {
            throw new IllegalArgumentException("lab.limits.header-max lies between 1KB and 64KB, not " + headerMax);
        }
        new BodyRoom("", bodyMax, bodiesMax);
    }

    /** Where a body belongs, the path's own room or the one for all. */
    BodyRoom room(String path) {
        return rooms.stream()
                .filter(room -> path.startsWith(room.prefix()))
                .findFirst()
                .orElseGet(() -> new BodyRoom("", bodyMax, bodiesMax));
    }
}
