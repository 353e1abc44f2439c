package emptyrecord.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.journal.Journal;
import emptyrecord.planner.core.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The plans on disk, as the successor of a killed planner finds them. */
class PlanHistoryTest {

    /** Bytes between two places where a line is torn; the journal's own test tears at each. */
    private static final int STEP = 19;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("plans.jsonl");
    }

    private PlanHistory open(int kept) {
        return new PlanHistory(new Journal<>(file(), Plan.class, new JsonMapper()), kept);
    }

    private static Plan plan(long generation) {
        var balancers = List.of(new Plan.LoadBalancer("lb-1a", "127.0.1.10", 100));
        return new Plan(
                generation,
                Instant.EPOCH.plusSeconds(generation),
                List.of(new Plan.Endpoint("regional", "db.test", "plan-" + generation, balancers)));
    }

    @Test
    void aTornPlanWasNeverReadAndTheOthersStay() throws IOException {
        PlanHistory before = open(10);
        before.append(plan(1));
        before.append(plan(2));
        int whole = Math.toIntExact(Files.size(file()));
        before.append(plan(3));
        byte[] bytes = Files.readAllBytes(file());

        for (int end = bytes.length; end >= whole; end -= STEP) {
            Files.write(file(), Arrays.copyOf(bytes, end));
            List<Plan> found = open(10).all();
            assertThat(found)
                    .as("the journal ends after %s of %s bytes", end, bytes.length)
                    .isEqualTo(end == bytes.length ? List.of(plan(1), plan(2), plan(3)) : List.of(plan(1), plan(2)));
        }
    }

    @Test
    void aTornRewriteChangesNothing() throws IOException {
        PlanHistory before = open(10);
        for (long generation = 1; generation <= 25; generation++) {
            before.append(plan(generation));
        }
        Files.writeString(folder.resolve("plans.jsonl.new"), "{\"generation\":25,\"crea");

        assertThat(open(10).all()).isEqualTo(before.all()).hasSize(10);
        assertThat(open(10).latest()).contains(plan(25));
    }
}
