package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Order;
import emptyrecord.dwfm.instances.Prerequisites;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.journal.Journal;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Four instances in a store with a journal, and changes of them that need DynamoDB's name. */
abstract class StoredInstances {

    static final Instant NOW = Instant.parse("2025-10-20T06:48:00Z");
    static final String RUNNING = "i-00000001";
    static final String STOPPED = "i-00000002";
    static final String TERMINATED = "i-00000003";
    static final String OF_T3 = "i-00000004";
    private static final int TEXT_MAX = 3_000;

    @TempDir
    Path folder = Path.of(".");

    InstanceStore store;
    boolean empty;

    @SuppressWarnings("NullAway.Init")
    StoredInstances() {}

    @BeforeEach
    void start() {
        try (Journal<InstanceStore.Line> journal = journal(folder)) {
            journal.append(new InstanceStore.Line(List.of(
                    instance(1, Instance.State.RUNNING, "m7i.large"),
                    instance(2, Instance.State.STOPPED, "m7i.large"),
                    instance(3, Instance.State.TERMINATED, "m7i.large"),
                    instance(4, Instance.State.RUNNING, "t3.micro"))));
        }
        store = open(folder);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    final KindChanges changes() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return new KindChanges(store, new Prerequisites(name -> answer(loopback), "dynamodb"));
    }

    private DnsAnswer answer(InetAddress loopback) {
        return empty ? new DnsAnswer.Empty(Duration.ZERO) : new DnsAnswer.Addresses(List.of(loopback), Duration.ZERO);
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

    private static Journal<InstanceStore.Line> journal(Path folder) {
        JsonMapper json = JsonMapper.builder().build();
        return new Journal<>(folder.resolve("instances.jsonl"), InstanceStore.Line.class, json);
    }

    static InstanceStore open(Path folder) {
        return new InstanceStore(journal(folder), 1, new InstanceStore.Bounds(2000, TEXT_MAX));
    }
}
