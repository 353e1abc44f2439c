package emptyrecord.route53.web;

import static org.awaitility.Awaitility.await;

import emptyrecord.route53.Route53Application;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The service for tools that keep a zone like a plan, whose calls are made in their order. The tools are not run. */
abstract class PlannedZone {

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;
    static Route53Client route53;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.data-dir=" + folder);
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        route53 = Route53Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    @AfterAll
    static void stop() {
        route53.close();
        service.close();
    }

    static ResourceRecordSet values(String name, RRType type, String... values) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(type)
                .ttl(300L)
                .resourceRecords(Stream.of(values)
                        .map(v -> ResourceRecord.builder().value(v).build())
                        .toList())
                .build();
    }

    static void change(String zone, String comment, Change... changes) {
        ChangeResourceRecordSetsResponse made = route53.changeResourceRecordSets(
                r -> r.hostedZoneId(zone).changeBatch(b -> b.comment(comment).changes(changes)));
        awaitInSync(made.changeInfo().id());
    }

    static void awaitInSync(String change) {
        await().until(() -> route53.getChange(r -> r.id(change)).changeInfo().status() == ChangeStatus.INSYNC);
    }

    static Change change(ChangeAction action, ResourceRecordSet set) {
        return Change.builder().action(action).resourceRecordSet(set).build();
    }
}
