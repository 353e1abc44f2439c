package emptyrecord.dwfm.client;

import emptyrecord.kit.trace.AwsTrace;
import emptyrecord.kit.trace.Tracing;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes DynamoDB clients for hosts: no retries in the SDK (the host must retry the state check itself), time-outs of
 * real time.
 *
 * @param endpoint DynamoDB
 */
public record DynamoClients(URI endpoint, Tracing tracing) {

    DynamoDbClient client(SdkHttpClient http) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(http)
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(PinnedConnection.TIMEOUT)
                        .apiCallAttemptTimeout(PinnedConnection.TIMEOUT)
                        .addExecutionInterceptor(new AwsTrace(tracing)))
                .build();
    }
}
