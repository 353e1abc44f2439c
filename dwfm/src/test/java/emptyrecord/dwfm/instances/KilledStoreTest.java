package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.kit.trace.Tracing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a killed process leaves in the table: network state that was not accepted yet. */
class KilledStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final DropletId DROPLET = new DropletId(1, 2);
    private static final LaunchSpec.ClientToken TOKEN = new LaunchSpec.ClientToken("once", "f");
    private static final LaunchSpec PAIR =
            new LaunchSpec(2, 2, "", TOKEN, new LaunchSpec.Kind("ami-1", "m7i.large", Map.of()));

    private final MemoryTable table = new MemoryTable();

    private final List<NetworkState> sent = new CopyOnWriteArrayList<>();

    @Test
    void networkStateThatNobodyAcceptedIsSentByTheNextProcessInOrder() {
        try (InstanceStore store = open()) {
            List<Instance> pair = launch(store);
            store.change(pair.getFirst().id(), i -> i.told(1));
            store.change(pair.getLast().id(), i -> Order.TERMINATE.carriedOut(i, NOW));
        }
        try (InstanceStore store = open();
                Outbox outbox = new Outbox(store, this::accept, Tracing.OFF)) {
            outbox.start();
            await().untilAsserted(() -> assertThat(outbox.length()).isZero());
            await().untilAsserted(() -> assertThat(sent)
                    .extracting(NetworkState::change)
                    .as("the first was told already; the second's end comes after its launch")
                    .containsExactly(NetworkState.Change.LAUNCHED, NetworkState.Change.TERMINATED));
            await().untilAsserted(() -> assertThat(store.all())
                    .filteredOn(i -> i.life().told() == 2)
                    .hasSize(1));
        }
        sent.clear();
        try (InstanceStore store = open();
                Outbox outbox = new Outbox(store, this::accept, Tracing.OFF)) {
            outbox.start();
            assertThat(outbox.length())
                    .as("a third process has nothing to tell")
                    .isZero();
        }
    }

    /** Killed between a start and the news of it: the next process tells the whole life, in order. */
    @Test
    void newsOfAStopAndAStartIsSentByTheNextProcess() {
        try (InstanceStore store = open()) {
            String id = launch(store).getFirst().id();
            store.change(id, i -> i.told(1));
            store.change(id, i -> Order.STOP.orderedBy(Instance.Cause.USER, i, NOW));
            store.change(id, i -> Order.STOP.carriedOut(i, NOW));
            store.change(id, i -> i.placedOn(new DropletId(2, 3), NOW));
        }
        try (InstanceStore store = open();
                Outbox outbox = new Outbox(store, this::accept, Tracing.OFF)) {
            String id = store.all().getFirst().id();
            outbox.start();
            await().untilAsserted(() -> assertThat(sent)
                    .filteredOn(news -> news.instanceId().equals(id))
                    .extracting(news -> news.change() + " " + news.placement())
                    .containsExactly("TERMINATED 1", "LAUNCHED 2"));
            await().untilAsserted(() -> assertThat(
                            store.known(List.of(id)).getFirst().life().told())
                    .isEqualTo(3));
        }
    }

    @Test
    void peerThatIsAwayIsAskedAgainAndOneThatRefusesForGoodIsNot() {
        try (InstanceStore store = open();
                Outbox outbox = new Outbox(store, this::awayOnceThenNever, Tracing.OFF)) {
            List<Instance> pair = launch(store);
            outbox.start();
            await().untilAsserted(
                            () -> assertThat(store.all()).allMatch(i -> i.life().told() == 1));
            assertThat(sent)
                    .extracting(NetworkState::instanceId)
                    .containsExactly(
                            pair.getFirst().id(),
                            pair.getFirst().id(),
                            pair.getLast().id());
        }
    }

    private NetworkStateSink.Outcome accept(NetworkState news) {
        sent.add(news);
        return new NetworkStateSink.Outcome.Accepted();
    }

    private NetworkStateSink.Outcome awayOnceThenNever(NetworkState news) {
        sent.add(news);
        return sent.size() == 1
                ? new NetworkStateSink.Outcome.Later("connection refused")
                : new NetworkStateSink.Outcome.Never("another zone than at the launch");
    }

    private List<Instance> launch(InstanceStore store) {
        return store.add(MemoryTable.on(store, List.of(DROPLET, DROPLET)), droplet -> "us-east-1a", PAIR, NOW);
    }

    private InstanceStore open() {
        return table.open();
    }
}
