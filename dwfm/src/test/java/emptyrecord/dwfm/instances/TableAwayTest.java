package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.limit.ApiLimit;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.fleet.UnleasedFleet;
import emptyrecord.kit.trace.Tracing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that takes nothing delays network state, and the record of what was carried out; nothing is lost. */
class TableAwayTest {

    private static final Instant NOW = UnleasedFleet.NOW;
    private static final LaunchSpec SPEC =
            new LaunchSpec(1, 1, "", LaunchSpec.ClientToken.NONE, new LaunchSpec.Kind("ami-1", "m7i.large", Map.of()));

    private final MemoryTable table = new MemoryTable();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final UnleasedFleet unleased;
    private final InstanceStore store = table.open();
    private final Outbox outbox = outbox();

    TableAwayTest(@TempDir Path folder) {
        unleased = new UnleasedFleet(folder);
    }

    @AfterEach
    void close() {
        outbox.close();
        store.close();
        unleased.close();
    }

    private Instance launch() {
        return store.add(MemoryTable.on(store, List.of(new DropletId(1, 2))), droplet -> "us-east-1a", SPEC, NOW)
                .getFirst();
    }

    private Outbox outbox() {
        NetworkStateSink sink = news -> {
            sent.add(news.instanceId() + " " + news.change());
            return new NetworkStateSink.Outcome.Accepted();
        };
        return new Outbox(store, sink, Tracing.OFF);
    }

    private Orders orders() {
        RequestLimit limit =
                new RequestLimit(new ApiLimit(40, 1, NOW), () -> true, unleased.clock(), unleased.events());
        return new Orders(unleased.fleet(), store, new FrontEnd(limit, new ApiTally()), false, unleased.clock());
    }

    @Test
    void networkStateIsSentOnAfterTheTableWasAway() {
        Instance first = launch();
        Instance second = launch();
        table.away(true);
        outbox.start();
        await().untilAsserted(() -> assertThat(sent).containsExactly(first.id() + " LAUNCHED"));
        assertThat(store.remembered(first.id())).contains(first);

        table.away(false);
        await().untilAsserted(
                        () -> assertThat(store.all()).allMatch(i -> i.life().told() == 1));
        assertThat(sent)
                .as("what was accepted is not sent again")
                .containsExactly(first.id() + " LAUNCHED", second.id() + " LAUNCHED");
    }

    @Test
    void aTerminationThatTheTableDidNotTakeIsNotedLater() {
        Orders orders = orders();
        String id = launch().id();
        Instance ending = orders.order(Order.TERMINATE, List.of(id)).getFirst().after();
        table.away(true);
        orders.carriedOut("terminate " + id + " 1");
        orders.noteAgain();
        assertThat(store.remembered(id)).contains(ending);

        table.away(false);
        orders.noteAgain();
        orders.noteAgain();
        assertThat(store.find(id)).hasValueSatisfying(i -> {
            assertThat(i.state()).isEqualTo(Instance.State.TERMINATED);
            assertThat(i.news()).as("its launch, and its end").isEqualTo(2);
        });
    }

    /** An operating system halts whether EC2 can record it or not. */
    @Test
    void aShutdownFromInsideWaitsForTheTable() {
        Orders orders = orders();
        String id = launch().id();
        table.away(true);
        Instance halted = orders.orderFromInside(id, false).after();
        assertThat(halted.life().order()).isEqualTo(Order.STOP);
        orders.carriedOut(Order.Subject.of(halted).toString());
        table.away(false);
        assertThat(store.find(id)).hasValueSatisfying(i -> assertThat(i.state()).isEqualTo(Instance.State.RUNNING));
        orders.noteAgain();
        assertThat(store.find(id)).hasValueSatisfying(i -> {
            assertThat(i.state()).isEqualTo(Instance.State.STOPPED);
            assertThat(i.life().cause()).isEqualTo(Instance.Cause.GUEST);
        });
    }

    /** DynamoDB is silent: a caller who asks about orders from inside does not wait for it, nor does another order. */
    @Test
    void ordersFromInsideWaitForNoCall() throws Exception {
        GuestOrders guests = new GuestOrders(store, unleased.clock());
        String id = launch().id();
        table.away(true);
        guests.order(id, true);
        CountDownLatch silent = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        table.away(false);
        table.beforeWrites(() -> {
            asked.countDown();
            awaited(silent);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> noting = threads.submit(guests::noteAgain);
            awaited(asked);
            Future<Boolean> answer = threads.submit(() -> guests.waits(id));
            await().until(answer::isDone);
            assertThat(answer.get()).isTrue();
            silent.countDown();
            assertThat(noting.get()).isTrue();
        } finally {
            silent.countDown();
        }
        assertThat(guests.waits(id)).isFalse();
    }

    /** One look at a time: the others come and go. */
    @Test
    void looksDoNotPileUp() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        AtomicInteger loads = new AtomicInteger();
        InstanceStore unread = new InstanceStore(
                table,
                1,
                new InstanceStore.Bounds(10, 1000),
                new OpenSlots(new PlacementIndex(new PlacementIndex.Shape(9, 1, 1, 1), new SplittableRandom(1))));
        FrontEndStart start = new FrontEndStart(
                unread,
                () -> {
                    loads.incrementAndGet();
                    awaited(silent);
                },
                outbox,
                orders(),
                new Leftovers(unleased.fleet(), unread));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(start::look);
            await().untilAsserted(() -> assertThat(loads).hasValue(1));
            Future<?> second = threads.submit(start::look);
            await().until(second::isDone);
            assertThat(first.isDone()).isFalse();
            silent.countDown();
            first.get();
            start.look();
            assertThat(loads)
                    .as("the next one, as the first has not loaded the store")
                    .hasValue(2);
        } finally {
            silent.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What droplets may run and EC2 does not know is in the table until nothing of it is left. */
    @Test
    void anAttemptIsSettledLater() {
        Leftovers leftovers = new Leftovers(unleased.fleet(), store);
        Attempt attempt =
                MemoryTable.on(store, List.of(new DropletId(1, 2))).getFirst().attempt();
        table.away(true);
        leftovers.undone(attempt.name());
        assertThat(table.attempts()).containsExactly(attempt);
        table.away(false);
        leftovers.noteAgain();
        assertThat(table.attempts()).isEmpty();
    }

    @Test
    void anAttemptIsSettledAfterADefect() {
        Leftovers leftovers = new Leftovers(unleased.fleet(), store);
        Attempt attempt =
                MemoryTable.on(store, List.of(new DropletId(1, 2))).getFirst().attempt();
        store.begin(List.of(attempt));
        table.beforeWrites(() -> {
            throw new IllegalStateException("a defect");
        });
        leftovers.undone(attempt.name());
        leftovers.noteAgain();
        table.beforeWrites(() -> {});
        leftovers.noteAgain();
        assertThat(table.attempts()).isEmpty();
    }

    @Test
    void aSinkThatFailsForAWhileIsAskedAgain() {
        List<String> asked = new CopyOnWriteArrayList<>();
        NetworkStateSink sink = news -> {
            asked.add(news.instanceId());
            if (asked.size() == 1) {
                throw new IllegalStateException("a defect");
            }
            return new NetworkStateSink.Outcome.Accepted();
        };
        try (Outbox other = new Outbox(store, sink, Tracing.OFF)) {
            Instance one = launch();
            other.start();
            await().untilAsserted(
                            () -> assertThat(store.all()).allMatch(i -> i.life().told() == 1));
            assertThat(asked).contains(one.id(), one.id());
        }
    }
}
