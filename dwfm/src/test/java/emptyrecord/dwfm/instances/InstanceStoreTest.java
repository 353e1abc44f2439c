package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

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

    private final MemoryTable table = new MemoryTable();
    private PlacementIndex placement = newIndex();

    @Test
    void everythingIsReadBack() {
        Instance kept;
        try (InstanceStore store = open()) {
            kept = launch(store);
            store.change(kept.id(), i -> i.told(1));
        }
        try (InstanceStore store = open()) {
            assertThat(store.find(kept.id())).contains(kept.told(1));
            assertThat(placement.used(DROPLET)).isEqualTo(1);
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
            assertThat(placement.used(DROPLET)).as("it is stopping").isEqualTo(1);
            store.change(id, i -> Order.STOP.carriedOut(i, NOW));
            assertThat(placement.used(DROPLET)).isZero();
            store.forget(NOW.plus(Duration.ofDays(2)), Duration.ofHours(1));
            assertThat(store.find(id)).as("a stopped instance is kept").isPresent();
            store.change(id, i -> i.placedOn(other, NOW.plusSeconds(60)));
        }
        try (InstanceStore store = open()) {
            assertThat(placement.used(DROPLET)).isZero();
            assertThat(placement.used(other)).isEqualTo(1);
            assertThat(store.find(id)).hasValueSatisfying(i -> {
                assertThat(i.state()).isEqualTo(Instance.State.RUNNING);
                assertThat(i.life().placement()).isEqualTo(2);
                assertThat(i.life().placedAt()).isEqualTo(NOW.plusSeconds(60));
                assertThat(i.news() - i.life().told()).as("news to tell").isEqualTo(3);
            });
        }
    }

    @Test
    void changesOfARequestAreAllMadeOrNone() {
        try (InstanceStore store = open()) {
            List<String> two = List.of(launch(store).id(), launch(store).id());
            store.change(two.getLast(), i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, NOW));
            assertThatThrownBy(() -> store.changeAll(two, i -> Order.STOP.orderedBy(Instance.Cause.USER, i, NOW)))
                    .hasMessageContaining("not in a state from which it can be stopped");
            assertThat(store.known(two))
                    .extracting(Instance::state)
                    .containsExactly(Instance.State.RUNNING, Instance.State.SHUTTING_DOWN);
            int before = table.writes();
            store.changeAll(two, i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, NOW));
            assertThat(table.writes() - before).isEqualTo(1);
        }
    }

    @Test
    void requestIsOneWrite() {
        try (InstanceStore store = open()) {
            List<Instance> three =
                    store.add(MemoryTable.on(store, List.of(DROPLET, DROPLET, DROPLET)), d -> "us-east-1a", SPEC, NOW);
            assertThat(three)
                    .extracting(i -> i.launch().reservation())
                    .containsOnly("r-" + three.getFirst().id().substring(2));
            assertThat(three).extracting(i -> i.launch().index()).containsExactly(0, 1, 2);
        }
        assertThat(table.writes())
                .as("the standing instances, the attempts, and these")
                .isEqualTo(3);
    }

    @Test
    void tokensAreRememberedAsLongAsTheirInstances() {
        LaunchSpec.ClientToken token = new LaunchSpec.ClientToken("once", "f");
        LaunchSpec spec = new LaunchSpec(2, 2, "", token, SPEC.kind());
        List<Instance> both;
        try (InstanceStore store = open()) {
            both = store.add(MemoryTable.on(store, List.of(DROPLET, DROPLET)), d -> "us-east-1a", spec, NOW);
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
            Instance one = store.add(MemoryTable.on(store, List.of(DROPLET)), d -> "us-east-1a", wordy, NOW)
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

    /** The write arrived, and its answer did not: what the caller was told is not what the table says. */
    @Test
    void aWriteWhoseAnswerIsLostIsAskedAfterBeforeAnythingElse() {
        List<Instance> moved = new ArrayList<>();
        try (InstanceStore store = open()) {
            store.watch(new StoreWatcher() {
                @Override
                public void moved(Instance instance) {
                    moved.add(instance);
                }
            });
            List<InstanceStore.Placed> placed = MemoryTable.on(store, List.of(DROPLET));
            table.losesAnswers(true);
            refused(() -> store.add(placed, d -> "us-east-1a", SPEC, NOW));
            refused(store::all);
            assertThat(store.giveUp(placed.getFirst().attempt()))
                    .as("whether it has to be ended is not known")
                    .isFalse();
            table.losesAnswers(false);
            assertThat(store.all())
                    .extracting(Instance::id)
                    .containsExactly(placed.getFirst().ticket().id());
            assertThat(moved).as("the Network Manager is told").isEqualTo(store.all());
            assertThat(store.attempts()).isEmpty();
        }
    }

    @Test
    void anAttemptOfWhichNobodyKnowsIsLeftOver() {
        List<Attempt> left = new ArrayList<>();
        try (InstanceStore store = open()) {
            store.watch(new StoreWatcher() {
                @Override
                public void leftOver(Attempt attempt) {
                    left.add(attempt);
                }
            });
            Attempt attempt = Attempt.of("i-00000000", DROPLET, 1);
            placement.occupied(DROPLET);
            table.losesAnswers(true);
            refused(() -> store.begin(List.of(attempt)));
            table.losesAnswers(false);
            assertThat(store.all()).isEmpty();
            assertThat(left).containsExactly(attempt);
            assertThat(placement.used(DROPLET)).as("it keeps its slot").isEqualTo(1);
        }
        try (InstanceStore store = open()) {
            assertThat(store.attempts()).as("so does the next process").isEqualTo(left);
            assertThat(placement.used(DROPLET)).isEqualTo(1);
            store.settle(left.getFirst().name());
            assertThat(placement.used(DROPLET)).isZero();
        }
        assertThat(table.attempts()).isEmpty();
    }

    @Test
    void withoutTheTableNothingIsReadAndNothingIsChanged() {
        try (InstanceStore store = open()) {
            String id = launch(store).id();
            table.away(true);
            refused(store::all);
            refused(() -> store.find(id));
            refused(() -> store.known(List.of(id)));
            refused(() -> store.tickets(1));
            refused(() -> store.change(id, i -> i.told(1)));
            refused(() -> store.changeAll(List.of(id), i -> i));
            refused(() -> store.changeKinds(List.of(id), Instance::kind));
            table.away(false);
            assertThat(store.find(id))
                    .hasValueSatisfying(i -> assertThat(i.life().told()).isZero());
        }
    }

    /** Another process has written the row: this one notices, and does not undo it. */
    @Test
    void anotherWritersChangeIsNotOverwritten() {
        Instance launched;
        try (InstanceStore before = open()) {
            launched = launch(before);
        }
        try (InstanceStore store = open();
                InstanceStore other = table.open()) {
            String id = launched.id();
            store.change(id, i -> Order.STOP.orderedBy(Instance.Cause.USER, i, NOW));
            refused(() -> other.change(id, i -> i.told(1)).orElseThrow());
            assertThat(store.find(id))
                    .hasValueSatisfying(i -> assertThat(i.state()).isEqualTo(Instance.State.STOPPING));
        }
    }

    private static void refused(ThrowableAssert.ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(Ec2Error.INTERNAL_ERROR));
    }

    private Instance launch(InstanceStore store) {
        placement.occupied(DROPLET);
        return store.add(MemoryTable.on(store, List.of(DROPLET)), droplet -> "us-east-1a", SPEC, NOW)
                .getFirst();
    }

    private InstanceStore open() {
        placement = newIndex();
        return table.open(placement);
    }

    private static PlacementIndex newIndex() {
        return new PlacementIndex(new PlacementIndex.Shape(2, 9, 1, 64), new SplittableRandom(1));
    }
}
