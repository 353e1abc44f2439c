package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.ConnectionLife;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.core.lease.DropletId;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A host's connections to DynamoDB. A droplet's calls stay on one of them, so that its checks go on as long as that one
 * lives ({@link ConnectionRule}). To the one SDK client of the host it is the HTTP client.
 */
final class PinnedConnections implements SdkHttpClient {

    /** The connection that the calling thread's request goes over; the SDK's synchronous client changes no thread. */
    private static final ScopedValue<SdkHttpClient> CHOSEN = ScopedValue.newInstance();

    private final ConnectionRule rule;
    private final List<PinnedConnection> connections;

    /** @param clock incident time */
    PinnedConnections(ConnectionRule rule, HostResolver resolver, InstantSource clock, SplittableRandom chance) {
        this.rule = rule;
        this.connections = Stream.generate(
                        () -> new PinnedConnection(new ConnectionLife(rule, chance.split()), resolver, clock))
                .limit(rule.count())
                .toList();
    }

    /** Makes a call of the SDK's client over the droplet's connection. */
    <T> T over(DropletId droplet, Supplier<T> call) {
        return connections
                .get(rule.connectionOf(droplet))
                .use(http -> ScopedValue.where(CHOSEN, http).call(call::get));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return CHOSEN.get().prepareRequest(request);
    }

    @Override
    public String clientName() {
        return "PinnedConnections";
    }

    @Override
    public void close() {
        connections.forEach(PinnedConnection::close);
    }
}
