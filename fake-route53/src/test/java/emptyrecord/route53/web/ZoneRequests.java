package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeTagsForResourceRequest;
import software.amazon.awssdk.services.route53.model.ConflictingDomainExistsException;
import software.amazon.awssdk.services.route53.model.HostedZoneAlreadyExistsException;
import software.amazon.awssdk.services.route53.model.HostedZoneNotEmptyException;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidDomainNameException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.NoSuchDelegationSetException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Requests about hosted zones, wildcards and tags, on the service that {@link Route53ApiIT} starts. */
abstract class ZoneRequests {

    static final String ZONE = "Z01REGIONAL";
    static final String APEX = "dynamodb.us-east-1.amazonaws.test.";

    abstract Route53Client client();

    abstract URI endpoint();

    static ResourceRecordSet a(String name, String address) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(RRType.A)
                .ttl(60L)
                .resourceRecords(r -> r.value(address))
                .build();
    }

    static Change change(ChangeAction action, ResourceRecordSet set) {
        return Change.builder().action(action).resourceRecordSet(set).build();
    }

    private void submit(Change... changes) {
        client().changeResourceRecordSets(r -> r.hostedZoneId(ZONE).changeBatch(b -> b.changes(changes)));
    }

    /** R1, R2: Route 53 writes an asterisk as \052; both writings are one name, in a change and as a listing's begin. */
    @Test
    void aWildcardIsListedWithItsOctalCode() {
        submit(change(ChangeAction.CREATE, a("*.wild." + APEX, "10.0.0.1")));
        for (String begin : List.of("*.wild.", "\\052.wild.")) {
            assertThat(client().listResourceRecordSets(r -> r.hostedZoneId(ZONE)
                                    .startRecordName(begin + APEX)
                                    .maxItems("1"))
                            .resourceRecordSets())
                    .extracting(ResourceRecordSet::name)
                    .containsExactly("\\052.wild." + APEX);
        }
        assertThatThrownBy(() -> submit(change(ChangeAction.CREATE, a("\\052.wild." + APEX, "10.0.0.1"))))
                .isInstanceOf(InvalidChangeBatchException.class)
                .hasMessageContaining("but it already exists");
        await().until(() -> get("/answers?name=any.wild.dynamodb.us-east-1.amazonaws.test")
                .body()
                .contains("10.0.0.1"));
    }

    /** R8: the type is a place to begin, whether the name has it or not. */
    @Test
    void aListingBeginsAtAnyTypeOfRoute53() {
        submit(
                change(ChangeAction.CREATE, a("begin." + APEX, "10.0.0.1")),
                change(
                        ChangeAction.CREATE,
                        ResourceRecordSet.builder()
                                .name("begin." + APEX)
                                .type(RRType.TXT)
                                .ttl(60L)
                                .resourceRecords(r -> r.value("\"t\""))
                                .build()));
        for (RRType type : List.of(RRType.MX, RRType.AAAA, RRType.HTTPS)) {
            assertThat(client().listResourceRecordSets(r -> r.hostedZoneId(ZONE)
                                    .startRecordName("begin." + APEX)
                                    .startRecordType(type)
                                    .maxItems("1"))
                            .resourceRecordSets())
                    .extracting(ResourceRecordSet::type)
                    .containsExactly(RRType.TXT);
        }
        assertThat(get("/2013-04-01/hostedzone/" + ZONE + "/rrset?name=x.test&type=HINFO")
                        .body())
                .contains("InvalidInput", "enum value set: [A, AAAA, CAA,");
    }

    /** The codes of Route 53's API reference, with the SDK's own classes for them. */
    @Test
    void zonesByRequestAreRefusedWithRoute53sCodes() {
        String id = client().createHostedZone(r -> r.name("made.test").callerReference("sdk-1"))
                .hostedZone()
                .id();
        assertThatThrownBy(
                        () -> client().createHostedZone(r -> r.name("else.test").callerReference("sdk-1")))
                .isInstanceOfSatisfying(
                        HostedZoneAlreadyExistsException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(409));
        assertThatThrownBy(() ->
                        client().createHostedZone(r -> r.name("made.test.").callerReference("sdk-2")))
                .isInstanceOf(ConflictingDomainExistsException.class);
        for (String name : List.of("example.com", "test", "*.made.test", "a..test", "32.172.in-addr.arpa")) {
            assertThatThrownBy(() -> client().createHostedZone(r -> r.name(name).callerReference("sdk-3")))
                    .as(name)
                    .isInstanceOf(InvalidDomainNameException.class);
        }
        assertThatThrownBy(() -> client().createHostedZone(r -> r.name("p.test")
                        .callerReference("sdk-4")
                        .vpc(v -> v.vpcId("vpc-1").vpcRegion("us-east-1"))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client().createHostedZone(
                                r -> r.name("p.test").callerReference("sdk-4").delegationSetId("N1")))
                .isInstanceOf(NoSuchDelegationSetException.class);
        assertThatThrownBy(() -> client().deleteHostedZone(r -> r.id(ZONE))).isInstanceOf(InvalidInputException.class);

        Change record = change(ChangeAction.CREATE, a("x.made.test", "10.0.0.1"));
        client().changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(record)));
        assertThatThrownBy(() -> client().deleteHostedZone(r -> r.id(id)))
                .isInstanceOf(HostedZoneNotEmptyException.class);
        client().changeResourceRecordSets(r -> r.hostedZoneId(id)
                .changeBatch(b ->
                        b.changes(record.toBuilder().action(ChangeAction.DELETE).build())));
        client().deleteHostedZone(r -> r.id(id));
        assertThatThrownBy(() -> client().deleteHostedZone(r -> r.id(id)))
                .isInstanceOf(NoSuchHostedZoneException.class);
    }

    @Test
    void tagsAreBoundedAsRoute53BoundsThem() {
        Consumer<ChangeTagsForResourceRequest.Builder> zone =
                r -> r.resourceType(TagResourceType.HOSTEDZONE).resourceId(ZONE);
        for (int i = 0; i < 5; i++) {
            int begin = 10 * i;
            client().changeTagsForResource(
                            r -> zone.andThen(x -> x.addTags(tags(begin, 10))).accept(r));
        }
        assertThat(client().listTagsForResources(
                                r -> r.resourceType(TagResourceType.HOSTEDZONE).resourceIds(ZONE))
                        .resourceTagSets()
                        .getFirst()
                        .tags())
                .hasSize(50);
        for (List<Tag> wrong : List.of(tags(50, 1), tags(0, 11), List.of(tag("k".repeat(129), "v")))) {
            assertThatThrownBy(() -> client().changeTagsForResource(
                                    r -> zone.andThen(x -> x.addTags(wrong)).accept(r)))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(client().getDNSSEC(r -> r.hostedZoneId(ZONE)).status().serveSignature())
                .isEqualTo("NOT_SIGNING");
    }

    private static List<Tag> tags(int begin, int count) {
        return IntStream.range(begin, begin + count)
                .mapToObj(i -> tag("k" + i, "v"))
                .toList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(endpoint().resolve(path)).GET());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
