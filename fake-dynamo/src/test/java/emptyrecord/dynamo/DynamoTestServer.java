package emptyrecord.dynamo;

import emptyrecord.dynamo.web.http.Listeners;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A service on free ports, asked through the AWS SDK's client as the lab uses it, or with bare HTTP. */
final class DynamoTestServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private DynamoTestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static DynamoTestServer start(Path data) {
        return new DynamoTestServer(SpringApplication.run(DynamoApplication.class, arguments(data, 0)));
    }

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
            "--dynamo.load-balancers[1].port=0"
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

    /** Through the first load balancer. */
    DynamoDbClient client() {
        return throughBalancer(0);
    }

    /** Of streams, through the first load balancer. */
    DynamoDbStreamsClient streams() {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port(0)))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    DynamoDbClient throughBalancer(int balancer) {
        return client(port(balancer));
    }

    private int port(int balancer) {
        Listeners plane = context.getBean(Listeners.class);
        return plane.addressOf(plane.balancers().get(balancer)).getPort();
    }

    /** Of the first load balancer. */
    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port(0));
    }

    void inject(String fault, double magnitude, @Nullable String target) {
        fault(fault).inject(magnitude, Optional.ofNullable(target), Instant.EPOCH);
    }

    void clear(String fault) {
        fault(fault).clear();
    }

    private Fault fault(String name) {
        return context.getBean(Faults.class).find(name).orElseThrow();
    }

    void heal() {
        context.getBean(Faults.class).all().forEach(Fault::clear);
    }

    List<String> eventKinds() {
        return context.getBean(EventLog.class).after(0, 1000).stream()
                .map(event -> event.kind())
                .toList();
    }

    HttpResponse<String> health(int balancer) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(balancer) + "/health/load-balancer")));
    }

    /** From the service's own interface. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String management = context.getEnvironment().getRequiredProperty("local.server.port");
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path)));
    }

    /** A call of the DynamoDB protocol with any body. */
    HttpResponse<String> post(String operation, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(0)))
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Any bytes to any target. */
    HttpResponse<String> send(String target, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(0)))
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
