package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.MemoryTable;
import emptyrecord.dwfm.instances.Order;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Four instances in a table, and changes of them. */
abstract class StoredInstances {

    static final Instant NOW = Instant.parse("2025-10-20T06:48:00Z");
    static final String RUNNING = "i-00000001";
    static final String STOPPED = "i-00000002";
    static final String TERMINATED = "i-00000003";
    static final String OF_T3 = "i-00000004";
    private static final int TEXT_MAX = 3_000;

    final MemoryTable table = new MemoryTable();

    InstanceStore store = open();

    @BeforeEach
    void start() {
        table.put(instance(1, Instance.State.RUNNING, "m7i.large"));
        table.put(instance(2, Instance.State.STOPPED, "m7i.large"));
        table.put(instance(3, Instance.State.TERMINATED, "m7i.large"));
        table.put(instance(4, Instance.State.RUNNING, "t3.micro"));
        store = open();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    final KindChanges changes() {
        return new KindChanges(store);
    }

    /** As the next process opens it. */
    final InstanceStore open() {
        PlacementIndex placement = new PlacementIndex(new PlacementIndex.Shape(1, 9, 1, 64), new SplittableRandom(1));
        return table.open(placement, new InstanceStore.Bounds(2000, TEXT_MAX));
    }

    private static Instance instance(int number, Instance.State state, String type) {
        return new Instance(
                number,
                "i-0000000" + number,
                new DropletId(1, 2),
                "us-east-1a",
                state,
                new LaunchSpec.Kind("ami-1", type, Map.of()),
                new Instance.Launch("r-" + number, LaunchSpec.ClientToken.NONE, 1, 0, NOW),
                new Instance.Life(1, NOW, 1, Order.NONE, Instance.Cause.NONE, null));
    }
}
