package emptyrecord.customers.client.dynamo;

import emptyrecord.customers.client.dns.SdkDns;
import emptyrecord.customers.core.stack.Numbers;
import emptyrecord.customers.core.stack.PoolPolicy;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsLookup;
import java.time.Duration;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Makes the SDK's HTTP clients: pools of connections that resolve names through one process's DNS. */
final class HttpPools {

    private static final int CONNECTIONS = 8;

    /** Real time; the far side closes idle connections after ten minutes. */
    private static final Duration IDLE_MAX = Duration.ofMinutes(9);

    /** Not used over http; shared, because each client would make one. */
    private static final TlsSocketStrategy TLS = DefaultClientTlsStrategy.createDefault();

    private final Duration timeout;
    private final IncidentClock clock;

    /** @param timeout real time for connecting and for an answer: a transport time-out */
    HttpPools(Duration timeout, IncidentClock clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    SdkHttpClient of(PoolPolicy policy, DnsLookup lookup) {
        Apache5HttpClient.Builder builder = Apache5HttpClient.builder()
                .dnsResolver(new SdkDns(lookup))
                .tlsSocketStrategy(TLS)
                .maxConnections(CONNECTIONS)
                .connectionMaxIdleTime(IDLE_MAX)
                .useIdleConnectionReaper(false)
                .connectionAcquisitionTimeout(timeout)
                .connectionTimeout(timeout)
                .socketTimeout(timeout);
        return switch (policy) {
            case UNBOUNDED -> builder.build();
            case BOUNDED_LIFE ->
                builder.connectionTimeToLive(clock.toReal(Numbers.CONNECTION_LIFE))
                        .build();
            case EVICTED_ON_ERROR -> new EvictedOnError(builder::build);
            case NONE -> throw new IllegalArgumentException("the SDK always has a pool; choose another policy");
        };
    }
}
