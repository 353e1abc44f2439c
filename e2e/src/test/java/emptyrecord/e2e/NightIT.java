package emptyrecord.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import emptyrecord.api.run.Milestone;
import emptyrecord.night.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The night across real processes. The test asserts the order of its milestones and the shape of each phase. The
 * tolerances around AWS's times are part of the replay's own verdict, its exit status.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightIT {

    private static final long SEED = Replays.SEED;

    private LabRun night;

    @BeforeAll
    void playTheNight() {
        night = Replays.night();
        assertThat(night.exit())
                .as("exit status, seed %s; milestones that are not met: %s%n%s", SEED, missed(), night.output())
                .isZero();
        assertThat(night.report().outcome()).isEqualTo("PLAYED");
        assertThat(missed()).as("milestones that are not met, seed %s", SEED).isEmpty();
    }

    /** The milestones that the judge does not count as met, each with AWS's time, ours and the judge's words. */
    private List<String> missed() {
        List<String> missed = new ArrayList<>();
        if (!Files.exists(night.file("report.json"))) {
            return List.of("all: the run has no report");
        }
        for (Milestone each : night.report().milestones()) {
            if (each.verdict() != Milestone.Verdict.MET) {
                missed.add("%s: %s, AWS %s, here %s, allowed %s to %s; %s"
                        .formatted(
                                each.name(),
                                each.verdict(),
                                each.aws(),
                                each.here(),
                                each.from(),
                                each.to(),
                                each.detail()));
            }
        }
        return missed;
    }

    private double at(String milestone) {
        for (Milestone each : night.report().milestones()) {
            if (each.name().equals(milestone)) {
                Double here = each.here();
                assertThat(here)
                        .as("%s came, seed %s: %s", milestone, SEED, each)
                        .isNotNull();
                return requireNonNull(here);
            }
        }
        throw new AssertionError("the report has no milestone " + milestone);
    }

    private double heldShare(Sample sample) {
        return requireNonNull(sample.leases()).heldShare();
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
                .allSatisfy(s -> assertThat(s.regional().outcome()).isEqualTo("empty"));
        assertThat(at("dns-restored")).isCloseTo(157, within(4.0));
        assertThat(night.samplesBetween(200, 860))
                .allSatisfy(s -> assertThat(s.regional().outcome()).isEqualTo("addresses"));
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
                .allSatisfy(s ->
                        assertThat(requireNonNull(s.leases()).queueLength()).isGreaterThan(1000));
    }

    @Test
    void networkStateLagsBehindAndNodesLeaveDnsBeforeItIsOver() {
        assertThat(night.samplesBetween(400, 560))
                .anySatisfy(s ->
                        assertThat(requireNonNull(s.network()).delayMinutes()).isGreaterThan(20));
        assertThat(night.samplesBetween(342, 588))
                .anySatisfy(s ->
                        assertThat(requireNonNull(s.nlb()).zonesWithdrawn()).isNotEmpty());
    }

    @Test
    void allIsWellAtTheEnd() {
        assertThat(night.samplesBetween(868, 872)).isNotEmpty().allSatisfy(s -> {
            assertThat(heldShare(s)).isGreaterThan(.97);
            assertThat(requireNonNull(s.nlb()).zonesWithdrawn()).isEmpty();
        });
    }

    @Test
    void whatTheEnactorsDidAllNightIsABehaviourOfTheModelAlsoInTheBundleThatIsHandedOn() throws IOException {
        Path bundle = night.bundle();
        assertThat(Files.size(bundle)).isLessThan(3_000_000);
        assertThat(night.verified(bundle)).as("seed %s", SEED).startsWith("ok: ");
    }

    @Test
    void theDnsTranscriptHasTheEmptyAnswer() throws IOException {
        assertThat(Files.readAllLines(night.file("dns.jsonl")))
                .anyMatch(line -> line.contains("\"outcome\":\"empty\""))
                .anyMatch(line -> line.contains("\"answers\":[\"" + LabRun.NETWORK + "."));
        assertThat(night.file("desk.jsonl")).isNotEmptyFile();
    }

    @Test
    void theRunsFolderHoldsTheReport() throws Exception {
        assertThat(Files.readString(night.file("report.html")))
                .contains("<html")
                .doesNotContain("src=\"http");
        assertThat(night.file("events.jsonl")).isNotEmptyFile();
    }
}
