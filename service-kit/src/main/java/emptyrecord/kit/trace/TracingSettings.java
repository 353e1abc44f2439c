package emptyrecord.kit.trace;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Traces of this service.
 *
 * @param enabled default false: nothing of OpenTelemetry is started
 * @param endpoint where spans go, OTLP over HTTP; default OTLP's own port on loopback
 * @param checks share of state checks, lease attempts, health checks and customers' connections that are kept, 0 to 1;
 *     default 0.02, our choice: some 30 traces an incident minute
 */
@Validated
@ConfigurationProperties("lab.tracing")
public record TracingSettings(
        @DefaultValue("false") boolean enabled,

        @DefaultValue("http://127.0.0.1:4318/v1/traces") @NotNull
        URI endpoint,

        @DefaultValue("0.02") @DecimalMin("0") @DecimalMax("1")
        double checks) {}
