package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Outcome;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.UnresolvedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A customer's DynamoDB call: put and get one item through the AWS SDK, without retries. Each call closes its connection
 * (RFC 9110, section 7.6.1), so that every call resolves the name and follows DNS. Several resolvers take turns, as
 * several customers do, because each may still hold an empty answer of its own after the repair (F10).
 */
public final class DynamoCanary implements Canary, AutoCloseable {

    private final DynamoDbClient dynamo;
    private final String table;
    private final Resolvers resolvers;

    /**
     * Where a canary calls.
     *
     * @param url with the name in it, for example {@code http://dynamodb.us-east-1.amazonaws.test:8000}
     * @param timeout real, for one call
     */
    public record Target(URI url, String table, Duration timeout) {}

    public DynamoCanary(Target target, List<DnsLookup> lookups) {
        this.table = target.table();
        this.resolvers = new Resolvers(lookups);
        this.dynamo = DynamoDbClient.builder()
                .endpointOverride(target.url())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .dnsResolver(resolvers)
                        .connectionTimeout(target.timeout())
                        .socketTimeout(target.timeout()))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .putHeader("Connection", "close")
                        .apiCallTimeout(target.timeout().multipliedBy(2)))
                .build();
    }

    @Override
    public synchronized Outcome probe() {
        resolvers.turn();
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS("canary"));
        try {
            dynamo.putItem(r -> r.tableName(table).item(key));
            return dynamo.getItem(r -> r.tableName(table).key(key)).hasItem()
                    ? new Outcome.Worked()
                    : new Outcome.Failed("the item is not there");
        } catch (SdkException e) {
            return failure(e);
        }
    }

    private static Outcome failure(SdkException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedException unresolved) {
                return new Outcome.NeverTried(unresolved.answer().outcome());
            }
        }
        return new Outcome.Failed(e.getClass().getSimpleName());
    }

    @Override
    public void close() {
        dynamo.close();
    }

    /** Takes one look-up after another, one for each probe. */
    private static final class Resolvers implements DnsResolver {

        private final List<DnsLookup> lookups;
        private volatile int current;

        Resolvers(List<DnsLookup> lookups) {
            this.lookups = List.copyOf(lookups);
        }

        void turn() {
            current = (current + 1) % lookups.size();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            DnsAnswer answer = lookups.get(current).lookup(host);
            if (answer instanceof DnsAnswer.Addresses found) {
                return found.addresses().toArray(InetAddress[]::new);
            }
            throw new UnresolvedException(host, answer);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
