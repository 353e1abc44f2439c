package emptyrecord.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The other side of {@link KillCampaignIT}: the campaign's witness detects a Route 53 that lost a batch. */
class LostBatchIT {

    private static final int BATCHES = ChangeWitness.KEPT + 5;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    @TempDir
    Path folder;

    private final Findings findings = new Findings();
    private StandInLoadBalancers balancers;
    private KillableRegion region;
    private Control control;
    private ChangeWitness witness;

    @BeforeEach
    void someBatchesAreAcknowledged() throws IOException {
        balancers = new StandInLoadBalancers();
        region = new KillableRegion(folder, balancers);
        control = new Control(region.route53.url(""));
        witness = new ChangeWitness(control, findings);
        restart();
        await().atMost(TIMEOUT).until(() -> {
            witness.look();
            return findings.counted("batches acknowledged") >= BATCHES;
        });
        region.route53.kill();
        assertThat(findings.violations()).isEmpty();
    }

    @AfterEach
    void stop() throws Exception {
        control.close();
        region.close();
        balancers.close();
    }

    private void restart() {
        region.route53.start();
        await().atMost(TIMEOUT).until(region.route53::isReady);
    }

    private List<String> look() {
        restart();
        await().atMost(TIMEOUT).until(() -> {
            witness.isSettled();
            return !findings.violations().isEmpty() || findings.counted("zone compared after a silence") > 1;
        });
        return findings.violations();
    }

    private Path journal() {
        return folder.resolve("fake-route53").resolve("zones.jsonl");
    }

    private Journal<ObjectNode> open() {
        return new Journal<>(journal(), ObjectNode.class, JSON);
    }

    @Test
    void nothingIsFoundWhereNothingWasLost() {
        assertThat(look()).isEmpty();
    }

    @Test
    void aBatchThatIsMissingInTheJournalIsFound() throws IOException {
        List<String> lines = Files.readAllLines(journal());
        Files.write(journal(), lines.subList(0, lines.size() - 1));
        assertThat(look()).anyMatch(v -> v.contains("was acknowledged, but the zone is at"));
    }

    @Test
    void aBatchOfWhichAPartIsMissingIsFound() throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        try (Journal<ObjectNode> journal = open()) {
            journal.replay(lines::add);
        }
        ((ArrayNode) lines.getLast().get("changes")).remove(0);
        Files.delete(journal());
        try (Journal<ObjectNode> journal = open()) {
            lines.forEach(journal::append);
        }
        assertThat(look()).anyMatch(v -> v.contains("a part of batch"));
    }
}
