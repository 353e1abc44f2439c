package emptyrecord.customers.client.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.customers.core.stack.RetryPolicy;
import emptyrecord.kit.clock.IncidentClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Our strategies make as many requests as the SDK's own client with its own switches, against a server that always fails. */
class SdkRetriesIT {

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty(SdkSystemSetting.AWS_NEW_RETRIES_2026.property());
        System.clearProperty(SdkSystemSetting.AWS_RETRY_MODE.property());
    }

    private DynamoDbClient client(UnaryOperator<DynamoDbClientBuilder> settings) {
        return settings.apply(DynamoDbClient.builder()
                        .endpointOverride(URI.create(
                                "http://127.0.0.1:" + server.getAddress().getPort()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClientBuilder(Apache5HttpClient.builder()))
                .build();
    }

    private DynamoDbClient ours(RetryPolicy policy) {
        SdkRetries retries = new SdkRetries(new IncidentClock(InstantSource.system(), Instant.EPOCH, 1000));
        return client(b -> b.overrideConfiguration(o -> o.retryStrategy(retries.of(policy))));
    }

    private int requestsOfACall(DynamoDbClient client) {
        requests.set(0);
        assertThatThrownBy(() -> client.getItem(b -> b.tableName("t").key(Map.of("id", AttributeValue.fromS("a")))))
                .isInstanceOf(SdkException.class);
        return requests.get();
    }

    @ParameterizedTest
    @CsvSource({"SDK_LEGACY,legacy,9", "SDK_STANDARD,standard,9", "SDK_ADAPTIVE,adaptive,9"})
    void asManyAttemptsAsTheSdksRetryMode(RetryPolicy policy, String mode, int attempts) {
        System.setProperty(SdkSystemSetting.AWS_RETRY_MODE.property(), mode);
        try (DynamoDbClient shipped = client(b -> b);
                DynamoDbClient ours = ours(policy)) {
            assertThat(requestsOfACall(shipped)).isEqualTo(attempts);
            assertThat(requestsOfACall(ours)).isEqualTo(attempts);
        }
    }

    /** The quota of 500 pays for 35 transient retries at 14 each, so the twelfth call has 2 left and the others none. */
    @Test
    void asManyAttemptsAsTheNewDefaultsUntilTheQuotaIsGone() {
        System.setProperty(SdkSystemSetting.AWS_NEW_RETRIES_2026.property(), "true");
        try (DynamoDbClient shipped = client(b -> b);
                DynamoDbClient ours = ours(RetryPolicy.SDK_2026)) {
            for (int call = 1; call <= 14; call++) {
                int theirs = requestsOfACall(shipped);
                assertThat(requestsOfACall(ours)).as("call " + call).isEqualTo(theirs);
                assertThat(theirs).as("call " + call).isEqualTo(call <= 11 ? 4 : call == 12 ? 3 : 1);
            }
        }
    }

    @Test
    void whoRetriesByHimselfGetsOneAttempt() {
        try (DynamoDbClient ours = ours(RetryPolicy.BUDGET)) {
            assertThat(requestsOfACall(ours)).isEqualTo(1);
        }
    }
}
