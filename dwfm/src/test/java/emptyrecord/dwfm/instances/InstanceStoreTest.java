package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.DropletId;
import emptyrecord.kit.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Instances survive the process; ids stay unique; what is over is forgotten. */
class InstanceStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final DropletId DROPLET = new DropletId(1, 2);
    private static final LaunchSpec SPEC =
            new LaunchSpec(1, 1, "", "", new LaunchSpec.Kind("ami-1", "m7i.large", Map.of("lab:class", "customer")));

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void everythingIsReadBack() {
        Instance kept;
        try (InstanceStore store = open()) {
            kept = launch(store);
            store.change(kept.id(), i -> i.told(NetworkState.Change.LAUNCHED));
        }
        try (InstanceStore store = open()) {
            assertThat(store.find(kept.id())).contains(kept.told(NetworkState.Change.LAUNCHED));
            assertThat(store.on(DROPLET)).isEqualTo(1);
            assertThat(launch(store).id()).isNotEqualTo(kept.id());
        }
    }

    @Test
    void terminatedInstancesAreForgottenButTheirIdsAreNotUsedAgain() {
        String first;
        try (InstanceStore store = open()) {
            first = launch(store).id();
            store.change(first, i -> i.with(Instance.State.TERMINATED, NOW));
            store.forget(NOW.plus(Duration.ofHours(2)), Duration.ofHours(1));
            assertThat(store.find(first))
                    .as("the Network Manager does not know yet")
                    .isPresent();
            store.change(first, i -> i.told(NetworkState.Change.TERMINATED));
            store.forget(NOW.plus(Duration.ofHours(2)), Duration.ofHours(1));
            assertThat(store.find(first)).isEmpty();
        }
        try (InstanceStore store = open()) {
            assertThat(launch(store).seq()).isEqualTo(2);
        }
    }

    @Test
    void journalStaysShort() throws Exception {
        try (InstanceStore store = open()) {
            for (int i = 0; i < 1500; i++) {
                String id = launch(store).id();
                store.change(id, x -> x.with(Instance.State.TERMINATED, NOW));
                store.change(id, x -> x.told(NetworkState.Change.TERMINATED));
            }
            store.forget(NOW.plus(Duration.ofHours(2)), Duration.ofHours(1));
            assertThat(store.all()).isEmpty();
        }
        assertThat(java.nio.file.Files.readAllLines(folder.resolve("instances.jsonl")))
                .hasSize(1);
        try (InstanceStore store = open()) {
            assertThat(launch(store).seq()).isEqualTo(1501);
        }
    }

    private static Instance launch(InstanceStore store) {
        return store.add(DROPLET, "us-east-1a", SPEC, 0, NOW);
    }

    private InstanceStore open() {
        JsonMapper json = JsonMapper.builder().build();
        return new InstanceStore(new Journal<>(folder.resolve("instances.jsonl"), Instance.class, json), 1);
    }
}
