package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.limit.ApiLimit;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.dwfm.fleet.UnleasedFleet;
import emptyrecord.dwfm.instances.Instance.State;
import emptyrecord.kit.trace.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that are refused leave everything as it was. No droplet here has a lease. */
class StarterTest {

    private static final int ADMITTED = 5;

    private final UnleasedFleet unleased;
    private final InstanceStore store;
    private final ApiTally tally = new ApiTally();
    private final Starter starter;

    StarterTest(@TempDir Path folder) {
        unleased = new UnleasedFleet(folder);
        PlacementIndex index = new PlacementIndex(
                new PlacementIndex.Shape(1, unleased.fleet().shape().droplets(), 1, 64), new SplittableRandom(1));
        store = new MemoryTable().open(index);
        RequestLimit limit = new RequestLimit(
                new ApiLimit(ADMITTED / 8.0, 0, UnleasedFleet.NOW), () -> true, unleased.clock(), unleased.events());
        Placer.Waiting waiting = new Placer.Waiting(unleased.clock(), Duration.ofSeconds(90));
        LaunchTrace trace = new LaunchTrace(Tracing.OFF, new ChangeContexts());
        starter = new Starter(
                new Placer(unleased.fleet(), new OpenSlots(index), store, waiting, tally, trace),
                store,
                new FrontEnd(limit, tally));
    }

    @AfterEach
    void close() {
        store.close();
        unleased.close();
    }

    @Test
    void aStartNeedsADropletWithALease() {
        String id = stopped();
        refused(List.of(id), Ec2Error.INSUFFICIENT_CAPACITY);
        assertThat(states(id)).containsExactly(State.STOPPED);
        assertThat(tally.of(ApiOutcome.LAUNCH_NO_CAPACITY)).isEqualTo(1);
    }

    @Test
    void aRunningInstanceIsLeftAloneWhateverTheLimit() {
        String id = launched();
        for (int i = 0; i < 3 * ADMITTED; i++) {
            assertThat(starter.start(List.of(id))).noneMatch(InstanceStore.Changed::hasChanged);
        }
    }

    @Test
    void oneThatCannotStartKeepsTheOthersFromStarting() {
        String ending = launched();
        store.change(ending, i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, UnleasedFleet.NOW));
        refused(List.of(stopped(), ending), Ec2Error.INCORRECT_INSTANCE_STATE);
        refused(List.of(stopped(), "i-00000000"), Ec2Error.INVALID_INSTANCE_ID_NOT_FOUND);
        assertThat(tally.of(ApiOutcome.LAUNCH_NO_CAPACITY))
                .as("nothing was tried")
                .isZero();
    }

    @Test
    void startsDrawFromTheLaunchesLimit() {
        String id = stopped();
        for (int i = 0; i < ADMITTED; i++) {
            refused(List.of(id), Ec2Error.INSUFFICIENT_CAPACITY);
        }
        refused(List.of(id), Ec2Error.REQUEST_LIMIT_EXCEEDED);
    }

    @Test
    void aRequestStartsAsManyAsALaunchLaunches() {
        List<String> many = java.util.stream.Stream.generate(this::stopped)
                .limit(Starter.COUNT_MAX + 1)
                .toList();
        refused(many, Ec2Error.INVALID_PARAMETER_VALUE);
    }

    private void refused(List<String> ids, Ec2Error error) {
        assertThatThrownBy(() -> starter.start(ids))
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    private List<State> states(String id) {
        return store.known(List.of(id)).stream().map(Instance::state).toList();
    }

    private String stopped() {
        String id = launched();
        store.change(id, i -> Order.STOP.orderedBy(Instance.Cause.USER, i, UnleasedFleet.NOW));
        store.change(id, i -> Order.STOP.carriedOut(i, UnleasedFleet.NOW));
        return id;
    }

    private String launched() {
        LaunchSpec spec = new LaunchSpec(
                1, 1, "", LaunchSpec.ClientToken.NONE, new LaunchSpec.Kind("ami-1", "m7i.large", Map.of()));
        return store.add(
                        MemoryTable.on(store, List.of(new DropletId(1, 0))),
                        droplet -> "us-east-1a",
                        spec,
                        UnleasedFleet.NOW)
                .getFirst()
                .id();
    }
}
