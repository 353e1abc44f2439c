package emptyrecord.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * The night across real processes. Asserted is the order of its milestones and the shape of each phase; the tolerances around
 * AWS's times are the replay's own verdict, which its exit status tells.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightIT {

    private static final long SEED = Replays.SEED;

    private LabRun night;

    @BeforeAll
    void playTheNight() {
        night = Replays.night();
        assertThat(night.exit())
                .as("the night was played to its end, seed %s:%n%s", SEED, night.output())
                .isIn(0, 1);
        assertThat(night.report().path("outcome").asString()).isEqualTo("PLAYED");
    }

    private double at(String milestone) {
        for (JsonNode each : night.report().path("milestones")) {
            if (each.path("name").asString().equals(milestone)) {
                assertThat(each.path("here").isNumber())
                        .as("%s came, seed %s: %s", milestone, SEED, each)
                        .isTrue();
                return each.path("here").asDouble();
            }
        }
        throw new AssertionError("the report has no milestone " + milestone);
    }

    private double heldShare(JsonNode sample) {
        return sample.path("leases").path("held").asDouble()
                / sample.path("leases").path("droplets").asDouble();
    }

    @Test
    void theMilestonesComeInTheNightsOrder() {
        assertThat(List.of(
                        at("record-empty"),
                        at("first-check-failed"),
                        at("half-lost"),
                        at("most-lost"),
                        at("dns-restored"),
                        at("dynamodb-good"),
                        at("leases-held"),
                        at("delay-over-10"),
                        at("delay-normal"),
                        at("launches-normal")))
                .isSorted();
        assertThat(at("connection-errors-end"))
                .isGreaterThan(at("leases-held"))
                .isGreaterThan(at("connection-errors-begin"));
    }

    @Test
    void theNameExistsAndAnswersWithNothingUntilTheOperatorsInstallAPlan() {
        assertThat(night.samplesBetween(1, 156))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.path("regional").path("outcome").asString())
                        .isEqualTo("empty"));
        assertThat(at("dns-restored")).isCloseTo(157, within(4.0));
        assertThat(night.samplesBetween(200, 860))
                .allSatisfy(s -> assertThat(s.path("regional").path("outcome").asString())
                        .isEqualTo("addresses"));
    }

    @Test
    void leasesRunOutSlowlyAndStayLostWhileDynamoDbIsHealthy() {
        assertThat(night.samplesBetween(20, 40))
                .anySatisfy(s -> assertThat(heldShare(s)).isGreaterThan(.6));
        assertThat(night.samplesBetween(180, 262))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(heldShare(s)).isLessThan(.2));
        assertThat(night.samplesBetween(250, 262))
                .as("work queues up although nothing is wrong with DynamoDB any more")
                .allSatisfy(s -> assertThat(s.path("leases").path("queueLength").asLong())
                        .isGreaterThan(1000));
    }

    @Test
    void networkStateLagsBehindAndNodesLeaveDnsBeforeItIsOver() {
        assertThat(night.samplesBetween(400, 560))
                .anySatisfy(
                        s -> assertThat(s.path("network").path("delayMinutes").asDouble())
                                .isGreaterThan(20));
        assertThat(night.samplesBetween(342, 588))
                .anySatisfy(s ->
                        assertThat(s.path("nlb").path("zonesWithdrawn").size()).isPositive());
    }

    @Test
    void allIsWellAtTheEnd() {
        assertThat(night.samplesBetween(868, 872)).isNotEmpty().allSatisfy(s -> {
            assertThat(heldShare(s)).isGreaterThan(.97);
            assertThat(s.path("nlb").path("zonesWithdrawn").size()).isZero();
        });
    }

    @Test
    void whatTheEnactorsDidAllNightIsABehaviourOfTheModel() {
        assertThat(night.verified()).as("seed %s", SEED).startsWith("ok: ");
    }

    @Test
    void theRunsFolderHoldsTheReport() throws Exception {
        assertThat(Files.readString(night.file("report.html")))
                .contains("<html")
                .doesNotContain("src=\"http");
        assertThat(night.file("events.jsonl")).isNotEmptyFile();
    }
}
