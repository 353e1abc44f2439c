package emptyrecord.route53.dns;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where DNS is served.
 *
 * @param address default 127.0.0.1
 * @param port UDP and TCP, default 5300; 0 takes a free one
 * @param idleTimeout real time after which an idle TCP connection is closed, default 10s; our choice
 * @param tcpConnectionsMax TCP connections at the same time, 1 to 10000, default 256; our choice
 * @param transfersMax zone transfers at the same time, 1 to 100, default 4; more wait; our choice
 */
public record DnsSettings(
        @DefaultValue("127.0.0.1") @NotBlank String address,
        @DefaultValue("5300") @Min(0) @Max(65_535) int port,
        @DefaultValue("10s") @NotNull Duration idleTimeout,
        @DefaultValue("256") @Min(1) @Max(10_000) int tcpConnectionsMax,
        @DefaultValue("4") @Min(1) @Max(100) int transfersMax) {}
