package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.route53.Route53Application;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** Route 53's limits with its own numbers, and its answers to who goes over them. */
class LimitsIT {

    private static final String ZONE = "Z01REGIONAL";
    private static final String APEX = "dynamodb.us-east-1.amazonaws.test.";

    @TempDir
    private Path folder;

    private @Nullable ConfigurableApplicationContext service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    private Route53Client start(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 3);
        all[settings.length] = "--server.port=0";
        all[settings.length + 1] = "--route53.dns.port=0";
        all[settings.length + 2] = "--lab.data-dir=" + folder;
        var started = new SpringApplicationBuilder(Route53Application.class).run(all);
        service = started;
        String port = started.getEnvironment().getRequiredProperty("local.server.port");
        return Route53Client.builder()
                .endpointOverride(java.net.URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    private static Change texts(ChangeAction action, String name, int count, int length) {
        List<ResourceRecord> records = IntStream.range(0, count)
                .mapToObj(i -> "\"" + "x".repeat(length - 6) + String.format("%04d", i) + "\"")
                .map(text -> ResourceRecord.builder().value(text).build())
                .toList();
        return Change.builder()
                .action(action)
                .resourceRecordSet(ResourceRecordSet.builder()
                        .name(name + "." + APEX)
                        .type(RRType.TXT)
                        .ttl(60L)
                        .resourceRecords(records)
                        .build())
                .build();
    }

    private static void submit(Route53Client client, List<Change> changes) {
        client.changeResourceRecordSets(r -> r.hostedZoneId(ZONE).changeBatch(b -> b.changes(changes)));
    }

    private static void assertRefused(Route53Client client, String reasons, List<Change> changes) {
        assertThatThrownBy(() -> submit(client, changes))
                .isInstanceOfSatisfying(
                        InvalidChangeBatchException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(reasons));
    }

    @Test
    void aBatchOfAThousandPassesAndOneMoreDoesNot() {
        try (Route53Client client = start()) {
            List<Change> thousand = IntStream.range(0, 1000)
                    .mapToObj(i -> texts(ChangeAction.CREATE, "n" + i, 1, 10))
                    .toList();
            submit(client, thousand);
            List<Change> more = IntStream.range(0, 501)
                    .mapToObj(i -> texts(ChangeAction.UPSERT, "n" + i, 1, 10))
                    .toList();
            assertRefused(client, "[Number of records limit of 1000 exceeded.]", more);
            submit(client, more.subList(0, 500));
        }
    }

    @Test
    void valuesMayHaveThirtyTwoThousandCharacters() {
        try (Route53Client client = start()) {
            submit(client, List.of(texts(ChangeAction.CREATE, "full", 160, 200)));
            assertRefused(
                    client,
                    "[RDATA character limit of 32000 exceeded.]",
                    List.of(texts(ChangeAction.CREATE, "over", 160, 200), texts(ChangeAction.CREATE, "y", 1, 10)));
            assertRefused(
                    client,
                    "[RDATA character limit of 32000 exceeded.]",
                    List.of(texts(ChangeAction.UPSERT, "full", 81, 200)));
        }
    }

    @Test
    void bothLimitsAreSettingsAndBothAreSaid() {
        try (Route53Client client = start("--route53.changes-per-batch=1", "--route53.characters-per-batch=20")) {
            assertRefused(
                    client,
                    "[Number of records limit of 1 exceeded., RDATA character limit of 20 exceeded.]",
                    List.of(texts(ChangeAction.CREATE, "n", 3, 10)));
        }
    }

    @Test
    void whoAsksTooOftenIsThrottled() {
        try (Route53Client client = start("--route53.requests-per-second=0.0001", "--lab.speed=1")) {
            assertThat(client.listHostedZones().hostedZones()).isNotEmpty();
            assertThatThrownBy(client::listHostedZones).isInstanceOfSatisfying(Route53Exception.class, e -> {
                assertThat(e.statusCode()).isEqualTo(400);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Throttling");
                assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
                assertThat(e.isThrottlingException()).isTrue();
            });
        }
    }
}
