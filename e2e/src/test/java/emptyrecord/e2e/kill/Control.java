package emptyrecord.e2e.kill;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Shortcuts for Route 53's control plane; nothing is retried, so that each outcome is known. */
final class Control implements AutoCloseable {

    private final Route53Client client;

    Control(URI endpoint) {
        client = Route53Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .overrideConfiguration(
                        c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()).apiCallTimeout(Duration.ofSeconds(5)))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    static Change change(ChangeAction action, String name, RRType type, String value) {
        return Change.builder()
                .action(action)
                .resourceRecordSet(ResourceRecordSet.builder()
                        .name(name)
                        .type(type)
                        .ttl(60L)
                        .resourceRecords(r -> r.value(value))
                        .build())
                .build();
    }

    /** @return the change's id */
    String submit(String zone, List<Change> changes) {
        return client.changeResourceRecordSets(r -> r.hostedZoneId(zone).changeBatch(b -> b.changes(changes)))
                .changeInfo()
                .id();
    }

    List<ResourceRecordSet> list(String zone) {
        return client.listResourceRecordSets(r -> r.hostedZoneId(zone)).resourceRecordSets();
    }

    /** Throws NoSuchChange if it is forgotten. */
    String status(String change) {
        return client.getChange(r -> r.id(change)).changeInfo().statusAsString();
    }

    @Override
    public void close() {
        client.close();
    }
}
