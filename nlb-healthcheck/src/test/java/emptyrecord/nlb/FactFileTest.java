package emptyrecord.nlb;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.SmallDisk;
import emptyrecord.nlb.core.FleetFact;
import emptyrecord.nlb.core.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A disk that is full for a while makes the fleet's memory late, and changes nothing in it. */
class FactFileTest {

    @TempDir
    Path folder;

    private final SmallDisk disk = new SmallDisk();

    private Journal<FleetFact> open() {
        return disk.journal(
                folder.resolve("fleet.jsonl"),
                FleetFact.class,
                JsonMapper.builder().build());
    }

    private static FleetFact fact(int number) {
        return new FleetFact(
                FleetFact.Kind.LAUNCHED, Role.NODE, "nlb-1a-" + number, "us-east-1a", "i-" + number, Instant.EPOCH);
    }

    private List<FleetFact> written() {
        List<FleetFact> facts = new ArrayList<>();
        try (Journal<FleetFact> journal = open()) {
            journal.replay(facts::add);
        }
        return facts;
    }

    @Test
    void whatTheDiskDidNotTakeIsWrittenLaterInItsOrder() {
        try (Journal<FleetFact> journal = open()) {
            FactFile facts = new FactFile(journal);
            facts.remember(fact(1));
            disk.free(0);
            facts.remember(fact(2));
            facts.remember(fact(3));
            facts.writeWaiting();
            assertThat(facts.waiting()).isEqualTo(2);

            disk.free(Long.MAX_VALUE);
            facts.remember(fact(4));
            assertThat(facts.waiting()).isZero();
        }
        assertThat(written()).containsExactly(fact(1), fact(2), fact(3), fact(4));
    }

    @Test
    void whatWaitsIsBounded() {
        try (Journal<FleetFact> journal = open()) {
            FactFile facts = new FactFile(journal);
            disk.free(0);
            for (int i = 0; i < FactFile.WAITING_MAX + 5; i++) {
                facts.remember(fact(i));
            }
            assertThat(facts.waiting()).isEqualTo(FactFile.WAITING_MAX);
            disk.free(Long.MAX_VALUE);
            facts.writeWaiting();
        }
        assertThat(written()).startsWith(fact(5)).hasSize(FactFile.WAITING_MAX);
    }
}
