package emptyrecord.dwfm.client;

import emptyrecord.kit.trace.AwsTrace;
import emptyrecord.kit.trace.Tracing;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes DynamoDB clients for hosts: names through the host's resolver, short-lived connections, no retries in the SDK
 * (the host must retry the state check itself), time-outs of real time.
 *
 * @param endpoint DynamoDB
 * @param connectionLife real time after which a connection is given up and the name is resolved again; without it keep-alive
 *     would hide the empty record
 * @param connections at most
 */
public record DynamoClients(URI endpoint, Duration connectionLife, int connections, Tracing tracing) {

    /** Real time for connecting, for one reply and for a call altogether. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    public DynamoDbClient client(HostResolver resolver) {
        Apache5HttpClient.Builder http = Apache5HttpClient.builder()
                .dnsResolver(resolver)
                .maxConnections(connections)
                .connectionTimeToLive(connectionLife)
                .connectionMaxIdleTime(connectionLife)
                .connectionTimeout(TIMEOUT)
                .socketTimeout(TIMEOUT);
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(http)
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(TIMEOUT)
                        .apiCallAttemptTimeout(TIMEOUT)
                        .addExecutionInterceptor(new AwsTrace(tracing)))
                .build();
    }
}
