package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.kit.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Instances survive the process; ids stay unique; ended instances are forgotten. */
class InstanceStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final DropletId DROPLET = new DropletId(1, 2);
    private static final LaunchSpec SPEC = new LaunchSpec(
            1,
            1,
            "",
            LaunchSpec.ClientToken.NONE,
            new LaunchSpec.Kind("ami-1", "m7i.large", Map.of("lab:class", "customer")));

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void everythingIsReadBack() {
        Instance kept;
        try (InstanceStore store = open()) {
            kept = launch(store);
            store.change(kept.id(), i -> i.told(1));
        }
        try (InstanceStore store = open()) {
            assertThat(store.find(kept.id())).contains(kept.told(1));
            assertThat(store.on(DROPLET)).isEqualTo(1);
            assertThat(launch(store).id()).isNotEqualTo(kept.id());
        }
    }

    @Test
    void terminatedInstancesAreForgottenButTheirIdsAreNotUsedAgain() {
        String first;
        try (InstanceStore store = open()) {
            first = launch(store).id();
            store.change(first, i -> Order.TERMINATE.carriedOut(i, NOW));
            store.forget(NOW.plus(Duration.ofHours(2)), Duration.ofHours(1));
            assertThat(store.find(first))
                    .as("the Network Manager does not know yet")
                    .isPresent();
            store.change(first, i -> i.told(2));
            store.forget(NOW.plus(Duration.ofHours(2)), Duration.ofHours(1));
            assertThat(store.find(first)).isEmpty();
        }
        try (InstanceStore store = open()) {
            assertThat(launch(store).seq()).isEqualTo(2);
        }
    }

    @Test
    void aStopFreesTheDropletAndAStartTakesRoomOnAnotherOne() {
        DropletId other = new DropletId(2, 3);
        String id;
        try (InstanceStore store = open()) {
            id = launch(store).id();
            store.change(id, i -> Order.STOP.orderedBy(Instance.Cause.USER, i, NOW));
            assertThat(store.on(DROPLET)).as("it is stopping").isEqualTo(1);
            store.change(id, i -> Order.STOP.carriedOut(i, NOW));
            assertThat(store.on(DROPLET)).isZero();
            store.forget(NOW.plus(Duration.ofDays(2)), Duration.ofHours(1));
            assertThat(store.find(id)).as("a stopped instance is kept").isPresent();
            store.change(id, i -> i.placedOn(other, NOW.plusSeconds(60)));
        }
        try (InstanceStore store = open()) {
            assertThat(store.on(DROPLET)).isZero();
            assertThat(store.on(other)).isEqualTo(1);
            assertThat(store.find(id)).hasValueSatisfying(i -> {
                assertThat(i.state()).isEqualTo(Instance.State.RUNNING);
                assertThat(i.life().placement()).isEqualTo(2);
                assertThat(i.life().placedAt()).isEqualTo(NOW.plusSeconds(60));
                assertThat(i.news() - i.life().told()).as("news to tell").isEqualTo(3);
            });
        }
    }

    @Test
    void changesOfARequestAreAllMadeOrNone() throws Exception {
        try (InstanceStore store = open()) {
            List<String> two = List.of(launch(store).id(), launch(store).id());
            store.change(two.getLast(), i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, NOW));
            assertThatThrownBy(() -> store.changeAll(two, i -> Order.STOP.orderedBy(Instance.Cause.USER, i, NOW)))
                    .hasMessageContaining("not in a state from which it can be stopped");
            assertThat(store.known(two))
                    .extracting(Instance::state)
                    .containsExactly(Instance.State.RUNNING, Instance.State.SHUTTING_DOWN);
            store.changeAll(two, i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, NOW));
        }
        assertThat(java.nio.file.Files.readAllLines(folder.resolve("instances.jsonl")))
                .hasSize(4);
    }

    @Test
    void journalStaysShort() throws Exception {
        try (InstanceStore store = open()) {
            for (int i = 0; i < 1500; i++) {
                String id = launch(store).id();
                store.change(id, x -> Order.TERMINATE.carriedOut(x, NOW));
                store.change(id, x -> x.told(2));
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

    @Test
    void requestIsOneLineOfTheJournal() throws Exception {
        try (InstanceStore store = open()) {
            List<Instance> three =
                    store.add(Placings.on(store, List.of(DROPLET, DROPLET, DROPLET)), d -> "us-east-1a", SPEC, NOW);
            assertThat(three)
                    .extracting(i -> i.launch().reservation())
                    .containsOnly("r-" + three.getFirst().id().substring(2));
            assertThat(three).extracting(i -> i.launch().index()).containsExactly(0, 1, 2);
        }
        assertThat(java.nio.file.Files.readAllLines(folder.resolve("instances.jsonl")))
                .hasSize(1);
    }

    @Test
    void tokensAreRememberedAsLongAsTheirInstances() {
        LaunchSpec.ClientToken token = new LaunchSpec.ClientToken("once", "f");
        LaunchSpec spec = new LaunchSpec(2, 2, "", token, SPEC.kind());
        List<Instance> both;
        try (InstanceStore store = open()) {
            both = store.add(Placings.on(store, List.of(DROPLET, DROPLET)), d -> "us-east-1a", spec, NOW);
        }
        try (InstanceStore store = open()) {
            assertThat(store.launchedBy(token)).isEqualTo(both);
            for (Instance each : both) {
                store.change(each.id(), i -> Order.TERMINATE.carriedOut(i, NOW));
                store.change(each.id(), i -> i.told(2));
            }
            assertThat(store.launchedBy(token)).hasSize(2);
            store.forget(NOW.plus(Duration.ofHours(2)), Duration.ofHours(1));
            assertThat(store.launchedBy(token)).isEmpty();
            assertThat(store.all()).isEmpty();
        }
    }

    @Test
    void storeHasRoomForSoManyInstancesAndSoMuchText() {
        LaunchSpec wordy = new LaunchSpec(
                1,
                1,
                "",
                LaunchSpec.ClientToken.NONE,
                new LaunchSpec.Kind("ami-1", "m1.small", Map.of("k", "v".repeat(256))));
        try (InstanceStore store = open()) {
            assertThat(store.roomFor(SPEC)).isEqualTo(2000);
            int before = store.roomFor(wordy);
            assertThat(before).isLessThan(400);
            Instance one = store.add(Placings.on(store, List.of(DROPLET)), d -> "us-east-1a", wordy, NOW)
                    .getFirst();
            assertThat(store.roomFor(SPEC)).isEqualTo(1999);
            assertThat(store.roomFor(wordy)).isEqualTo(before - 1);
            store.change(one.id(), i -> Order.TERMINATE.carriedOut(i, NOW));
            assertThat(store.roomFor(wordy)).as("until it is forgotten").isEqualTo(before - 1);
            store.change(one.id(), i -> i.told(2));
            store.forget(NOW.plus(Duration.ofHours(2)), Duration.ofHours(1));
            assertThat(store.roomFor(wordy)).isEqualTo(before);
        }
    }

    private static Instance launch(InstanceStore store) {
        return store.add(Placings.on(store, List.of(DROPLET)), droplet -> "us-east-1a", SPEC, NOW)
                .getFirst();
    }

    private InstanceStore open() {
        JsonMapper json = JsonMapper.builder().build();
        return new InstanceStore(
                new Journal<>(folder.resolve("instances.jsonl"), InstanceStore.Line.class, json),
                1,
                new InstanceStore.Bounds(2000, 100_000));
    }
}
