package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DynamoDB carries out writes after their callers have given up, and after the front end has looked for them. */
class LateWritesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final DropletId DROPLET = new DropletId(1, 2);
    private static final LaunchSpec.ClientToken TOKEN = new LaunchSpec.ClientToken("once", "f");
    private static final LaunchSpec SPEC =
            new LaunchSpec(1, 1, "", TOKEN, new LaunchSpec.Kind("ami-1", "m7i.large", Map.of()));

    private final MemoryTable table = new MemoryTable();
    private final PlacementIndex placement =
            new PlacementIndex(new PlacementIndex.Shape(9, 100, 1, 64), new SplittableRandom(1));
    private final InstanceStore store = table.open(placement);
    private final List<String> followed = new ArrayList<>();

    LateWritesTest() {
        store.watch(new StoreWatcher() {
            @Override
            public void ordered(Instance instance) {
                followed.add(Order.Subject.of(instance).toString());
            }

            @Override
            public void leftOver(Attempt attempt) {
                followed.add("end " + attempt.name());
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String launch() {
        placement.occupied(DROPLET);
        return store.add(MemoryTable.on(store, List.of(DROPLET)), droplet -> "us-east-1a", SPEC, NOW)
                .getFirst()
                .id();
    }

    private List<InstanceStore.Changed> terminate(String id) {
        return store.changeAll(List.of(id), i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, NOW));
    }

    /** A termination is not answered, not found in the table, and there in the end. */
    private String terminatedLate() {
        String id = launch();
        table.delays();
        assertThatThrownBy(() -> terminate(id)).hasMessageContaining("does not answer");
        assertThat(store.find(id)).hasValueSatisfying(i -> assertThat(i.state()).isEqualTo(Instance.State.RUNNING));
        table.arrive();
        assertThat(store.find(id))
                .hasValueSatisfying(i -> assertThat(i.state()).isEqualTo(Instance.State.SHUTTING_DOWN));
        assertThat(followed).isEmpty();
        return id;
    }

    /** Its droplet has ended it, so it must not be shown. */
    @Test
    void aLateLaunchIsRefused() {
        Attempt attempt = launchedLate();
        assertThat(store.all()).isEmpty();
        assertThat(followed).containsExactly("end " + attempt.name());
        table.arrive();
        assertThat(store.all()).isEmpty();
        store.settle(attempt.name());
        assertThat(table.attempts()).isEmpty();
    }

    /** The same if the process was killed meanwhile. */
    @Test
    void aLateLaunchOfAnEarlierProcessIsRefused() {
        Attempt attempt = launchedLate();
        try (InstanceStore next = table.open()) {
            assertThat(next.attempts()).containsExactly(attempt);
            table.arrive();
            assertThat(next.all()).isEmpty();
        }
    }

    private Attempt launchedLate() {
        List<InstanceStore.Placed> placed = MemoryTable.on(store, List.of(DROPLET));
        placement.occupied(DROPLET);
        table.delays();
        assertThatThrownBy(() -> store.add(placed, droplet -> "us-east-1a", SPEC, NOW))
                .hasMessageContaining("does not answer");
        return placed.getFirst().attempt();
    }

    @Test
    void aRepeatedTerminationFollowsTheLateOne() {
        String id = terminatedLate();
        assertThat(terminate(id).getFirst().hasChanged()).isFalse();
        assertThat(followed).containsExactly("terminate " + id + " 1");
        terminate(id);
        assertThat(followed).as("once").hasSize(1);
        store.change(id, i -> Order.TERMINATE.carriedOut(i, NOW));
        assertThat(placement.used(DROPLET)).isZero();
    }

    @Test
    void tagsAreWrittenOnTopOfALateWrite() {
        String id = terminatedLate();
        store.changeKinds(List.of(id), i -> i.kind().withTags(Map.of("Name", "web")));
        assertThat(store.find(id)).hasValueSatisfying(i -> {
            assertThat(i.state()).isEqualTo(Instance.State.SHUTTING_DOWN);
            assertThat(i.kind().tags()).containsEntry("Name", "web");
        });
        assertThat(followed).containsExactly("terminate " + id + " 1");
    }

    @Test
    void aTokensNextCallFollowsALateWrite() {
        String id = terminatedLate();
        assertThat(store.launchedBy(TOKEN)).extracting(Instance::id).containsExactly(id);
        assertThat(followed).containsExactly("terminate " + id + " 1");
    }
}
