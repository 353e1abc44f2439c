package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.ConnectionLife;
import emptyrecord.kit.dns.UnresolvedException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * One connection to DynamoDB, for one call at a time: an HTTP client whose pool holds one. It is closed when its life is
 * over or a call over it failed; the next call resolves the name and connects.
 */
final class PinnedConnection implements AutoCloseable {

    /** Real time for connecting, for one reply, and for a turn. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Real time; the far side closes idle connections after ten minutes. */
    private static final Duration IDLE_MAX = Duration.ofMinutes(9);

    /** Not used over http; shared, because each client would make one. */
    private static final TlsSocketStrategy TLS = DefaultClientTlsStrategy.createDefault();

    private final ConnectionLife life;
    private final HostResolver resolver;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable SdkHttpClient http;

    /** @param clock incident time */
    PinnedConnection(ConnectionLife life, HostResolver resolver, InstantSource clock) {
        this.life = life;
        this.resolver = resolver;
        this.clock = clock;
    }

    /** The life begins when the name is resolved, because that happens only to connect. */
    private final class Connecting implements DnsResolver {

        @Override
        public InetAddress[] resolve(String name) throws UnresolvedException {
            InetAddress[] found = resolver.resolve(name);
            life.connected(clock.instant());
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String name) {
            return name;
        }
    }

    /**
     * Makes a call over this connection.
     *
     * @throws SdkClientException of the call; caused by {@link UnresolvedException} if it must connect and the name has
     *     no address
     */
    <T> T use(Function<SdkHttpClient, T> call) {
        awaitTurn();
        try {
            return call.apply(open());
        } catch (SdkClientException e) {
            shut();
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw SdkClientException.create("the droplet's connection to DynamoDB was busy for " + TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("interrupted", e);
        }
    }

    private SdkHttpClient open() {
        if (http != null && !life.up(clock.instant())) {
            shut();
        }
        if (http == null) {
            failFast();
            http = newClient();
        }
        return http;
    }

    /** While the name is empty a failure costs a cache look-up. */
    private void failFast() {
        try {
            resolver.check();
        } catch (UnresolvedException e) {
            throw SdkClientException.create(String.valueOf(e.getMessage()), e);
        }
    }

    private SdkHttpClient newClient() {
        return Apache5HttpClient.builder()
                .dnsResolver(new Connecting())
                .tlsSocketStrategy(TLS)
                .maxConnections(1)
                .connectionMaxIdleTime(IDLE_MAX)
                .useIdleConnectionReaper(false)
                .connectionAcquisitionTimeout(TIMEOUT)
                .connectionTimeout(TIMEOUT)
                .socketTimeout(TIMEOUT)
                .build();
    }

    private void shut() {
        life.broken();
        if (http != null) {
            http.close();
            http = null;
        }
    }

    /** A call under way fails. */
    @Override
    public void close() {
        SdkHttpClient open = http;
        if (open != null) {
            open.close();
        }
    }
}
