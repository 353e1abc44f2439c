package emptyrecord.droplets.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.droplets.core.Check;
import emptyrecord.droplets.core.CheckDepth;
import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.droplets.core.DropletLine;
import emptyrecord.droplets.core.Fleet;
import emptyrecord.droplets.core.FleetShape;
import emptyrecord.droplets.core.InstanceId;
import emptyrecord.droplets.core.Order;
import emptyrecord.droplets.core.Refusal;
import emptyrecord.kit.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The agents with their memory on disk, at a time that stands still. */
class DropletAgentsTest {

    private static final Instant NOW = Instant.parse("2025-10-20T12:00:00Z");
    private static final DropletId ID = new DropletId(1, 0);
    private static final InstanceId INSTANCE = new InstanceId("i-00000001");

    @TempDir
    Path data;

    private Path file() {
        return data.resolve("droplets.jsonl");
    }

    private DropletAgents open() {
        DropletAgents agents = new DropletAgents(
                new Fleet(new FleetShape(1, 2, 64)),
                new Journal<>(file(), DropletLine.class, JsonMapper.builder().build()),
                (droplet, depth) -> Duration.ofSeconds(depth == CheckDepth.RENEWAL ? 12 : 43),
                () -> NOW,
                (droplet, claim, why, obeyed) -> {});
        agents.start();
        return agents;
    }

    private static Check check(String holder, long epoch) {
        return new Check(ID, new Claim(holder, epoch), NOW.plusSeconds(60), CheckDepth.ESTABLISHMENT);
    }

    private static Reception.Underway underway(Reception reception) {
        return (Reception.Underway) reception;
    }

    private static Refusal refused(Reception reception) {
        return ((Reception.Refused) reception).answer().refusal().orElseThrow();
    }

    @Test
    void anAcceptedCheckIsDueAfterTheDropletsTime() {
        try (DropletAgents agents = open()) {
            Reception.Underway check = underway(agents.check(check("dwfm-1", 1)));
            assertThat(check.due()).isEqualTo(NOW.plusSeconds(43));
            assertThat(check.answer().get().refusal()).isEmpty();
            Order start = new Order(ID, new Claim("dwfm-1", 1), INSTANCE, Order.Kind.START);
            assertThat(underway(agents.change(start)).due()).isEqualTo(NOW.plusSeconds(12));
        }
    }

    @Test
    void aHolderThatWasDisplacedMeanwhileIsNotToldThatItIsObeyed() {
        try (DropletAgents agents = open()) {
            Reception.Underway first = underway(agents.check(check("dwfm-1", 1)));
            Reception.Underway second = underway(agents.check(check("dwfm-2", 2)));
            assertThat(first.answer().get().refusal()).contains(Refusal.OLDER_EPOCH);
            assertThat(first.answer().get().obeyed()).contains(new Claim("dwfm-2", 2));
            assertThat(second.answer().get().refusal()).isEmpty();
        }
    }

    @Test
    void anOwnRenewalMeanwhileDisplacesNobody() {
        try (DropletAgents agents = open()) {
            Reception.Underway first = underway(agents.check(check("dwfm-1", 1)));
            agents.check(check("dwfm-1", 2));
            assertThat(first.answer().get()).satisfies(answer -> {
                assertThat(answer.refusal()).isEmpty();
                assertThat(answer.obeyed()).contains(new Claim("dwfm-1", 2));
            });
        }
    }

    @Test
    void epochsAndInstancesAreKnownAfterARestart() {
        try (DropletAgents agents = open()) {
            agents.check(check("dwfm-2", 5));
            agents.change(new Order(ID, new Claim("dwfm-2", 5), INSTANCE, Order.Kind.START));
        }
        try (DropletAgents agents = open()) {
            assertThat(refused(agents.check(check("dwfm-1", 4)))).isEqualTo(Refusal.OLDER_EPOCH);
            assertThat(agents.<Boolean>ask(fleet -> fleet.find(ID).runs(INSTANCE)))
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeWrittenIsNotObeyed() {
        DropletAgents agents = open();
        agents.check(check("dwfm-1", 1));
        agents.close();
        assertThatThrownBy(() -> agents.check(check("dwfm-2", 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is the disk full?");
        assertThat(agents.<Claim>ask(
                        fleet -> fleet.find(ID).obeyed().orElseThrow().claim()))
                .isEqualTo(new Claim("dwfm-1", 1));
    }

    /** Repeated checks of one row write nothing; renewals do, and the file stays bounded all the same. */
    @Test
    void theJournalStaysBounded() throws IOException {
        try (DropletAgents agents = open()) {
            for (int epoch = 1; epoch <= 25_000; epoch++) {
                agents.check(check("dwfm-1", epoch));
                agents.check(check("dwfm-1", epoch));
            }
        }
        try (var lines = Files.lines(file())) {
            assertThat(lines.count()).isLessThan(20_002);
        }
        try (DropletAgents agents = open()) {
            assertThat(refused(agents.check(check("dwfm-1", 24_999)))).isEqualTo(Refusal.OLDER_EPOCH);
        }
    }
}
