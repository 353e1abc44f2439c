package emptyrecord.route53.health;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the health checks.
 *
 * @param checksMax most health checks, 1 to 200, default 200 (Route 53's own limit)
 * @param bytesMax heap that all of them may take, default 340KB, two hundred with short texts; our choice
 * @param probesMax probes in hand together, 1 to 64, default 32; our choice
 * @param probesPerSecond probes begun in a real second, 1 to 1000, default 200: four health checks of 10 s, or twelve of 30 s, at their full pace
 *     and speed 60. With more the pace of all is slower; our choice
 * @param connectTimeout real time for a TCP connection, default 500ms; our choice (Route 53: 10 s for TCP, 4 s for HTTP,
 *     over the internet; here every target is on this machine)
 * @param responseTimeout real time for the status and the headers, and again for the searched part of the body, default
 *     1s; our choice (Route 53: 2 s each)
 */
public record HealthSettings(
        @DefaultValue("200") @Min(1) @Max(200) int checksMax,
        @DefaultValue("340KB") @NotNull DataSize bytesMax,
        @DefaultValue("32") @Min(1) @Max(64) int probesMax,
        @DefaultValue("200") @Min(1) @Max(1000) int probesPerSecond,
        @DefaultValue("500ms") @NotNull Duration connectTimeout,
        @DefaultValue("1s") @NotNull Duration responseTimeout) {

    public HealthSettings {
        if (connectTimeout.toMillis() < 1 || responseTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("route53.health.connect-timeout and route53.health.response-timeout must"
                    + " be at least a millisecond; write for example 500ms");
        }
    }
}
