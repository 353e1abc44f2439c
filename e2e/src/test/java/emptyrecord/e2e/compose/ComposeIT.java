package emptyrecord.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import tools.jackson.databind.JsonNode;

/**
 * The region in containers, at 120 incident seconds a second: which services it can run without, what a restart must
 * not lose, and the night. One stack for everything.
 */
@ExtendWith(WhereDockerIs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

    private static final long SEED = 20251020;
    private static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";
    private static final String IN_ZONE_A = ComposeStack.ZONES + ".1.10";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** A quarter of an incident hour: seven plan periods. */
    private static final Duration A_WHILE = Duration.ofMillis(7_500);

    /** A race may take rounds of 90 incident minutes, the leases run out within 160. */
    private static final Duration NIGHT = Duration.ofMinutes(8);

    private ComposeStack stack;

    @BeforeAll
    void start() {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(300));
        stack = ComposeStack.start(SEED);
    }

    @AfterAll
    void stop() {
        Awaitility.reset();
        if (stack != null) {
            stack.close();
        }
    }

    private long activePlan() {
        return stack.lastSample().path("automation").path("activePlan").asLong();
    }

    private long newestPlan() {
        return stack.get("PLANNER", "/plans/latest").path("generation").asLong();
    }

    private int addresses() {
        return stack.get("ROUTE53", "/answers?name=" + REGIONAL)
                .path("possible")
                .asInt();
    }

    /** Plans that are written from now on become active. */
    private void awaitDnsFollows() {
        long now = newestPlan();
        await("plans after " + now).atMost(TIMEOUT).until(() -> activePlan() > now);
    }

    private void awaitCustomersAreServed() {
        await("the DynamoDB canary").atMost(TIMEOUT).until(() -> {
            JsonNode share = stack.lastSample()
                    .path("customers")
                    .path("canaries")
                    .path("dynamodb")
                    .path("successShare");
            return share.isNumber() && share.asDouble() > .9;
        });
    }

    @Test
    @Order(1)
    void theStackIsSteadyAndAnswersOverTcpFromTheHost() {
        Message answer = stack.dig(REGIONAL);

        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getSection(Section.ANSWER)).singleElement().asString().contains(ComposeStack.ZONES);
        assertThat(addresses()).isEqualTo(3);
    }

    @Test
    @Order(1)
    void theCommandLineInItsContainerReachesEveryServiceAndDns() {
        LabContainer.Output status = stack.lab("status");
        assertThat(status.exit()).as(status.text()).isZero();
        assertThat(ComposeStack.SERVICES)
                .allSatisfy(service -> assertThat(status.text()).containsPattern(service + " .* healthy"));

        // Two enactors that pass at once may put a plan one generation back for a moment; the next pass mends it (F31).
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(stack.lab("dns").text())
                        .contains("dig " + REGIONAL + ": " + ComposeStack.ZONES, "nothing is wrong"));

        LabContainer.Output quiet = stack.lab("replay", "--quiet", "--until", "5");
        assertThat(quiet.exit()).as("played and judged there: %s", quiet.text()).isZero();
        assertThat(quiet.text()).contains("the run's folder: /lab/runs/");

        LabContainer.Output race = stack.lab("race", "--search", "--seeds", "1");
        assertThat(race.text()).as("searched, whatever one seed finds").contains("random schedules");

        LabContainer.Output down = stack.lab("down");
        assertThat(down.exit()).isEqualTo(4);
        assertThat(down.text()).contains("docker compose down");
    }

    @Test
    @Order(2)
    void withoutOneEnactorDnsStillFollows() {
        stack.stop("dns-enactor-b");
        awaitDnsFollows();
        awaitCustomersAreServed();

        stack.startAgain("dns-enactor-b");
        stack.awaitSteady();
    }

    @Test
    @Order(3)
    void aLoadBalancerWhoseZoneIsCutOffLeavesDnsAndComesBack() {
        stack.disconnect("fake-dynamo", "zone-a");
        await("out of DNS").atMost(TIMEOUT).until(() -> addresses() == 2);
        for (int i = 0; i < 20; i++) {
            assertThat(stack.dig(REGIONAL).getSection(Section.ANSWER).toString())
                    .doesNotContain(IN_ZONE_A);
        }
        awaitCustomersAreServed();

        stack.connect("fake-dynamo", "zone-a", IN_ZONE_A);
        await("back in DNS").atMost(TIMEOUT).until(() -> addresses() == 3);
        stack.awaitSteady();
    }

    @Test
    @Order(4)
    void withoutThePlannerNothingChangesAndThatDoesNoHarm() {
        stack.stop("dns-planner");
        await().during(A_WHILE).atMost(A_WHILE.multipliedBy(3)).until(() -> addresses() == 3);
        awaitCustomersAreServed();

        stack.startAgain("dns-planner");
        awaitDnsFollows();
        stack.awaitSteady();
    }

    @Test
    @Order(5)
    void theNightEmptiesTheRecordAndTheLeasesCollapse() {
        stack.post("CONTROL_ROOM", "/replays", "{\"untilMinutes\":400}");
        await("an empty record, seed " + SEED)
                .atMost(NIGHT)
                .until(() -> stack.lastSample().path("tPlusMinutes").isNumber());

        Message answer = stack.dig(REGIONAL);
        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();

        await("leases lost after the name is back, seed " + SEED).atMost(NIGHT).until(() -> {
            JsonNode leases = stack.lastSample().path("leases");
            return stack.lastSample()
                            .path("regional")
                            .path("outcome")
                            .asString()
                            .equals("addresses")
                    && leases.path("held").asDouble()
                            < .2 * leases.path("droplets").asDouble()
                    && leases.path("queueLength").asLong() > 500;
        });
        assertThat(milestones()).contains("record-empty", "most-lost", "dns-restored");
        stack.delete("CONTROL_ROOM", "/replays/current");
    }

    private List<String> milestones() {
        return StreamSupport.stream(
                        stack.get("CONTROL_ROOM", "/replays/current")
                                .path("milestones")
                                .spliterator(),
                        false)
                .filter(m -> m.path("here").isNumber())
                .map(m -> m.path("name").asString())
                .toList();
    }

    /**
     * Data and DNS only, and last: at this speed the restarts in a row are half an hour of silence, DynamoDB's costs each
     * call of DWFM four minutes, and the leases may collapse. That is the model, harder than life, and not a loss
     * (docs/dynamics.md, B).
     */
    @Test
    @Order(6)
    void aRestartOfEveryServiceInTurnLosesNothing() {
        awaitDnsFollows();
        String change = stack.post("ROUTE53", "/2013-04-01/hostedzone/Z05ELB/rrset", """
                <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes>
                <Change><Action>CREATE</Action><ResourceRecordSet><Name>kept.elb.us-east-1.amazonaws.test</Name><Type>A</Type>
                <TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.7</Value></ResourceRecord></ResourceRecords>
                </ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>""", "Content-Type", "text/xml");
        assertThat(change).contains("<Status>");
        dynamo("PutItem", "{\"TableName\":\"canary\",\"Item\":{\"id\":{\"S\":\"kept\"},\"what\":{\"S\":\"a thing\"}}}");
        JsonNode plan = stack.get("PLANNER", "/plans/latest");

        ComposeStack.SERVICES.forEach(stack::restart);

        assertThat(stack.dig("kept.elb.us-east-1.amazonaws.test")
                        .getSection(Section.ANSWER)
                        .toString())
                .contains("192.0.2.7");
        assertThat(dynamo("GetItem", "{\"TableName\":\"canary\",\"Key\":{\"id\":{\"S\":\"kept\"}}}"))
                .contains("a thing");
        assertThat(stack.get("PLANNER", "/plans/" + plan.path("generation").asLong()))
                .isEqualTo(plan);
        awaitDnsFollows();
        assertThat(activePlan()).isGreaterThan(plan.path("generation").asLong());
    }

    private String dynamo(String operation, String body) {
        return stack.post(
                "DYNAMO",
                "/",
                body,
                "Content-Type",
                "application/x-amz-json-1.0",
                "X-Amz-Target",
                "DynamoDB_20120810." + operation);
    }
}
