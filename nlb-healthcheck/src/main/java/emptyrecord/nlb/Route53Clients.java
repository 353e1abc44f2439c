package emptyrecord.nlb;

import emptyrecord.kit.trace.AwsTrace;
import emptyrecord.kit.trace.Tracing;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;

/** Makes the AWS SDK's Route 53 client speak to the lab's Route 53. */
final class Route53Clients {

    private Route53Clients() {}

    /** Without the SDK's own retries: the publisher tries again, with the answer wanted by then. */
    static Route53Client of(URI endpoint, Duration timeout, Tracing tracing) {
        return Route53Client.builder()
                .endpointOverride(endpoint)
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(2))
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(timeout)
                        .addExecutionInterceptor(new AwsTrace(tracing)))
                .build();
    }
}
