package emptyrecord.dynamo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the tests share: arguments of a service on free ports, and the AWS SDK's client as the lab uses it. */
final class DynamoTestServer {

    private DynamoTestServer() {}

    static String[] arguments(Path data, int port) {
        return new String[] {
            "--server.port=0",
            "--lab.data-dir=" + data,
            "--dynamo.load-balancers[0].name=lb-1a",
            "--dynamo.load-balancers[0].zone=us-east-1a",
            "--dynamo.load-balancers[0].address=127.0.0.1",
            "--dynamo.load-balancers[0].port=" + port,
            "--dynamo.load-balancers[1].name=lb-1b",
            "--dynamo.load-balancers[1].zone=us-east-1b",
            "--dynamo.load-balancers[1].address=127.0.0.1",
            "--dynamo.load-balancers[1].port=0",
            "--dynamo.compact-after-lines=200"
        };
    }

    static DynamoDbClient client(int port) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(
                        Apache5HttpClient.builder().maxConnections(32).socketTimeout(Duration.ofSeconds(20)))
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }
}
