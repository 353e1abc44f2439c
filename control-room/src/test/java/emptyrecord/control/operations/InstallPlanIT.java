package emptyrecord.control.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.testkit.PeerDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.kit.dns.TreeNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

class InstallPlanIT {

    private static final String API = "/2013-04-01/hostedzone";
    private static final String ZONE = RegionDouble.REGIONAL;
    private static final String DANGLING = record(ZONE, alias("plan-110." + ZONE));
    private static final String HEALTHY = record(ZONE, alias("plan-145." + ZONE))
            + record(
                    "plan-145." + ZONE,
                    "<SetIdentifier>lb-1a</SetIdentifier><Weight>1</Weight>" + alias("lb-1a.plan-145." + ZONE))
            + record(
                    "lb-1a.plan-145." + ZONE,
                    "<TTL>60</TTL><ResourceRecords><ResourceRecord><Value>127.0.0.1"
                            + "</Value></ResourceRecord></ResourceRecords>");

    private RegionDouble region;
    private Route53Client route53;
    private InstallPlan install;

    @BeforeEach
    void start() {
        region = new RegionDouble();
        region.route53.answer(
                "GET",
                API,
                b -> "<ListHostedZonesResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><HostedZones>"
                        + "<HostedZone><Id>/hostedzone/Z01REGIONAL</Id><Name>" + ZONE
                        + ".</Name><CallerReference>r</CallerReference></HostedZone></HostedZones>"
                        + "<IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>");
        region.route53.answer(
                "POST",
                API + "/Z01REGIONAL/rrset",
                b -> "<ChangeResourceRecordSetsResponse"
                        + " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ChangeInfo><Id>/change/C1</Id><Status>INSYNC"
                        + "</Status><SubmittedAt>2026-01-01T00:00:00Z</SubmittedAt></ChangeInfo>"
                        + "</ChangeResourceRecordSetsResponse>");
        route53 = Route53Client.builder()
                .endpointOverride(region.route53.url())
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
        PeerClient http = new PeerClient();
        install = new InstallPlan(route53, new PlanReader(http, new Peer("dns-planner", region.planner.url())));
    }

    @AfterEach
    void stop() throws IOException {
        route53.close();
        region.close();
    }

    @Test
    void aDanglingApexGetsTheLatestTreeAndIsFlippedTogetherWithItsRollback() {
        zone(DANGLING);
        Map<String, Object> done = install.perform(new Arguments(Map.of()));
        assertThat(done).containsEntry("plan", 145L).containsEntry("endpoints", "regional");
        List<PeerDouble.Call> batches = region.route53.calls();
        assertThat(batches).hasSize(3);
        assertThat(batches.get(0).body()).contains("lb-1a.plan-145." + ZONE, "127.0.0.1", "UPSERT");
        assertThat(batches.get(1).body()).contains("SetIdentifier", "Weight");
        assertThat(batches.get(2).body())
                .contains("<Name>" + ZONE + "</Name>", "<Name>_rollback." + ZONE + "</Name>", "plan-145." + ZONE)
                .doesNotContain("_lock");
    }

    @Test
    void anEndpointThatAnswersIsLeftAloneUnlessAllAreWanted() {
        zone(HEALTHY);
        assertThat(install.perform(new Arguments(Map.of()))).containsEntry("endpoints", "");
        assertThat(region.route53.calls()).isEmpty();
        assertThat(install.perform(new Arguments(Map.of("all", true)))).containsEntry("endpoints", "regional");
    }

    @Test
    void theTreeGetsTheNameThatThePlanGivesIt() {
        String tree = TreeNames.UUIDS.tree(ZONE, 145);
        region.planner.answer(
                "GET",
                "/plans/latest",
                b -> "{\"generation\":145,\"endpoints\":[{\"name\":\"regional\",\"zone\":\"" + ZONE + "\",\"tree\":\""
                        + tree
                        + "\",\"loadBalancers\":[{\"name\":\"lb-1a\",\"address\":\"127.0.0.1\",\"weight\":100}]}]}");
        zone(DANGLING);
        install.perform(new Arguments(Map.of()));
        assertThat(region.route53.calls())
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.body()).contains(tree).doesNotContain("plan-145"));
    }

    @Test
    void aDualStackEndpointGetsItsAaaaInTheSameBatches() {
        region.planner.answer(
                "GET",
                "/plans/latest",
                b -> "{\"generation\":145,\"endpoints\":[{\"name\":\"regional\",\"zone\":\"" + ZONE
                        + "\",\"loadBalancers\":[{\"name\":\"lb-1a\",\"address\":\"127.0.0.1\",\"weight\":100,"
                        + "\"ipv6\":\"::ffff:127.0.0.1\"}]}]}");
        zone(DANGLING);
        install.perform(new Arguments(Map.of()));
        List<PeerDouble.Call> batches = region.route53.calls();
        assertThat(batches)
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.body()).contains("<Type>A</Type>", "<Type>AAAA</Type>"));
        assertThat(batches.getFirst().body()).contains("<Value>127.0.0.1</Value>", "<Value>::ffff:127.0.0.1</Value>");
        assertThat(batches.getLast().body().split("<Change>", -1)).hasSize(5);
    }

    @Test
    void aTreeThatIsLargerThanABatchTakesSeveral() {
        String balancers = IntStream.range(0, 600)
                .mapToObj(i -> "{\"name\":\"lb-" + i + "\",\"address\":\"127.0.0.1\",\"weight\":1}")
                .collect(Collectors.joining(","));
        region.planner.answer(
                "GET",
                "/plans/latest",
                b -> "{\"generation\":145,\"endpoints\":[{\"name\":\"regional\",\"zone\":\"" + ZONE
                        + "\",\"loadBalancers\":[" + balancers + "]}]}");
        zone(DANGLING);
        install.perform(new Arguments(Map.of()));
        assertThat(region.route53.calls())
                .extracting(call -> call.body().split("<Change>", -1).length - 1)
                .as("Route 53 counts an UPSERT twice and takes 1000")
                .containsExactly(500, 100, 500, 100, 2);
    }

    @Test
    void withoutAPlannerItSaysSo() {
        region.planner.close();
        assertThatThrownBy(() -> install.perform(new Arguments(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dns-planner");
    }

    private void zone(String records) {
        region.route53.answer(
                "GET",
                API + "/Z01REGIONAL/rrset",
                b -> "<ListResourceRecordSetsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">"
                        + "<ResourceRecordSets>" + records + "</ResourceRecordSets><IsTruncated>false</IsTruncated>"
                        + "<MaxItems>300</MaxItems></ListResourceRecordSetsResponse>");
    }

    private static String record(String name, String content) {
        return "<ResourceRecordSet><Name>" + name + ".</Name><Type>A</Type>" + content + "</ResourceRecordSet>";
    }

    private static String alias(String target) {
        return "<AliasTarget><HostedZoneId>Z01REGIONAL</HostedZoneId><DNSName>" + target
                + ".</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>";
    }
}
