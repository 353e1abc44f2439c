package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.limit.ApiLimit;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.journal.SmallDisk;
import emptyrecord.kit.trace.Tracing;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A full disk delays network state and orders; none is lost. */
class FullDiskTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LaunchSpec SPEC =
            new LaunchSpec(1, 1, "", LaunchSpec.ClientToken.NONE, new LaunchSpec.Kind("ami-1", "m7i.large", Map.of()));

    @TempDir
    private Path folder = Path.of(".");

    private final SmallDisk disk = new SmallDisk();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    private InstanceStore open() {
        return new InstanceStore(
                disk.journal(
                        folder.resolve("instances.jsonl"),
                        InstanceStore.Line.class,
                        JsonMapper.builder().build()),
                1,
                new InstanceStore.Bounds(100, 100_000));
    }

    private static Instance launch(InstanceStore store) {
        return store.add(Placings.on(store, List.of(new DropletId(1, 2))), droplet -> "us-east-1a", SPEC, NOW)
                .getFirst();
    }

    private Outbox outbox(InstanceStore store) {
        NetworkStateSink sink = news -> {
            sent.add(news.instanceId() + " " + news.change());
            return new NetworkStateSink.Outcome.Accepted();
        };
        return new Outbox(store, sink, Tracing.OFF);
    }

    private Orders orders(InstanceStore store, Outbox outbox) {
        IncidentClock clock = new IncidentClock(InstantSource.fixed(NOW), NOW, 1);
        EventLog events =
                new EventLog("dwfm", clock, folder, JsonMapper.builder().build());
        Fleet fleet = new Fleet(List.of(), new Fleet.FleetShape(1, 1, List.of("us-east-1a")), events, new Random(1));
        RequestLimit limit = new RequestLimit(new ApiLimit(40, 1, NOW), () -> true, clock, events);
        return new Orders(
                fleet,
                store,
                outbox,
                new FrontEnd(
                        limit,
                        new Prerequisites(
                                name -> new DnsAnswer.Addresses(
                                        List.of(InetAddress.getLoopbackAddress()), Duration.ofSeconds(1)),
                                "db.test"),
                        new ApiTally()),
                false,
                clock);
    }

    @Test
    void networkStateIsSentOnAfterTheDiskWasFull() {
        try (InstanceStore store = open();
                Outbox outbox = outbox(store)) {
            Instance first = launch(store);
            Instance second = launch(store);
            disk.free(0);
            outbox.start();
            await().untilAsserted(() -> assertThat(sent).containsExactly(first.id() + " LAUNCHED"));
            assertThat(store.find(first.id())).contains(first);

            disk.free(Long.MAX_VALUE);
            await().untilAsserted(
                            () -> assertThat(store.all()).allMatch(i -> i.life().told() == 1));
            assertThat(sent)
                    .as("what was accepted is not sent again")
                    .containsExactly(first.id() + " LAUNCHED", second.id() + " LAUNCHED");
        }
    }

    @Test
    void aSinkThatFailsForAWhileIsAskedAgain() {
        NetworkStateSink sink = news -> {
            sent.add(news.instanceId());
            if (sent.size() == 1) {
                throw new IllegalStateException("a defect");
            }
            return new NetworkStateSink.Outcome.Accepted();
        };
        try (InstanceStore store = open();
                Outbox outbox = new Outbox(store, sink, Tracing.OFF)) {
            Instance one = launch(store);
            outbox.start();
            await().untilAsserted(
                            () -> assertThat(store.all()).allMatch(i -> i.life().told() == 1));
            assertThat(sent).containsExactly(one.id(), one.id());
        }
    }

    @Test
    void aTerminationThatTheDiskDidNotTakeIsNotedLater() {
        try (InstanceStore store = open();
                Outbox outbox = outbox(store)) {
            String id = launch(store).id();
            Instance one = store.change(id, i -> Order.TERMINATE.orderedBy(Instance.Cause.USER, i, NOW))
                    .orElseThrow()
                    .after();
            Orders orders = orders(store, outbox);
            disk.free(0);
            orders.carriedOut("terminate " + id + " 1");
            orders.noteAgain();
            assertThat(store.find(id)).contains(one);
            assertThat(outbox.length()).isZero();

            disk.free(Long.MAX_VALUE);
            orders.noteAgain();
            orders.noteAgain();
            assertThat(store.find(id))
                    .hasValueSatisfying(i -> assertThat(i.state()).isEqualTo(Instance.State.TERMINATED));
            assertThat(outbox.length()).as("told once").isEqualTo(1);
        }
    }
}
