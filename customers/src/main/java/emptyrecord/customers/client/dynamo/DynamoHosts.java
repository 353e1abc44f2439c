package emptyrecord.customers.client.dynamo;

import emptyrecord.customers.client.Host;
import emptyrecord.customers.client.dns.Resolvers;
import emptyrecord.customers.client.shield.Shields;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsLookup;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the hosts of clients that use DynamoDB. */
public final class DynamoHosts {

    private final Service service;
    private final Resolvers resolvers;
    private final IncidentClock clock;

    /**
     * Where DynamoDB is.
     *
     * @param endpoint with the name in it
     * @param table that exists, with the hash key {@code id}
     * @param timeout real time for connecting and for an answer
     */
    public record Service(URI endpoint, String table, Duration timeout) {}

    public DynamoHosts(Service service, Resolvers resolvers, IncidentClock clock) {
        this.service = service;
        this.resolvers = resolvers;
        this.clock = clock;
    }

    /** @param client for example {@code sdk-legacy/1} */
    public Host host(Stack stack, String client) {
        DnsLookup ofHost = resolvers.ofHost(stack.dns());
        return () -> process(stack, client, resolvers.ofProcess(ofHost, stack.dns()));
    }

    private DynamoProcess process(Stack stack, String client, DnsLookup lookup) {
        SdkHttpClient http = new HttpPools(service.timeout(), clock).of(stack.pool(), lookup);
        DynamoDbClient dynamo = DynamoDbClient.builder()
                .endpointOverride(service.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(http)
                .overrideConfiguration(o -> o.retryStrategy(new SdkRetries(clock).of(stack.retries()))
                        .addExecutionInterceptor(new RequestCounter()))
                .build();
        return new DynamoProcess(
                Shields.of(stack.shield(), clock),
                new OwnRetries(stack.retries(), clock),
                new DynamoCalls(dynamo, http, service.table(), client));
    }
}
