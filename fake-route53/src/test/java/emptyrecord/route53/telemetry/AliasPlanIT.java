package emptyrecord.route53.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.dns.TreeNames;
import emptyrecord.route53.Route53Application;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The gauge of the active plan reads the night's names as it reads ours (F33). */
class AliasPlanIT {

    private static final String ZONE = "dynamodb.us-east-1.amazonaws.test";
    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theActivePlanIsCountedWhateverItsTreeIsNamed() throws Exception {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.data-dir=" + data)) {
            String url = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
            flip(url, TreeNames.READABLE.tree(ZONE, 144));
            awaitPlan(url, "144.0");
            flip(url, TreeNames.UUIDS.tree(ZONE, 145));
            awaitPlan(url, "145.0");
        }
    }

    private void awaitPlan(String url, String plan) {
        String line = "route53_alias_plan{name=\"" + ZONE + "\"} " + plan;
        await().until(() -> send("GET", url + "/actuator/prometheus", "").contains(line));
    }

    private void flip(String url, String tree) throws IOException, InterruptedException {
        String leaf =
                "<Name>" + tree + ".</Name><Type>A</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>10.0.0.1"
                        + "</Value></ResourceRecord></ResourceRecords>";
        String apex =
                "<Name>" + ZONE + ".</Name><Type>A</Type><AliasTarget><HostedZoneId>Z01REGIONAL</HostedZoneId><DNSName>"
                        + tree + ".</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>";
        String answer = send(
                "POST",
                url + "/2013-04-01/hostedzone/Z01REGIONAL/rrset",
                "<ChangeResourceRecordSetsRequest xmlns=\"" + NAMESPACE + "\"><ChangeBatch><Changes>" + upsert(leaf)
                        + upsert(apex) + "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>");
        assertThat(answer).contains("ChangeInfo");
    }

    private static String upsert(String set) {
        return "<Change><Action>UPSERT</Action><ResourceRecordSet>" + set + "</ResourceRecordSet></Change>";
    }

    private String send(String method, String url, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "text/xml")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
