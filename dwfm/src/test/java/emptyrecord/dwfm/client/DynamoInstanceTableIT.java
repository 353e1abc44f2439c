package emptyrecord.dwfm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.dwfm.FakePeers;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Attempt;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.InstanceTable.Contents;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Order;
import emptyrecord.dwfm.instances.TableException;
import emptyrecord.dwfm.instances.TableException.Effect;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.trace.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The table of instances over HTTP: what a failure means, and writes that do not fit into one transaction. */
class DynamoInstanceTableIT {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MANY = 250;

    private final FakePeers peers;
    private boolean empty;

    DynamoInstanceTableIT() throws IOException {
        peers = new FakePeers();
    }

    @AfterEach
    void close() {
        peers.close();
    }

    @Test
    void everythingIsReadBack() {
        Attempt attempt = new Attempt("launch i-00000000 1", "i-00000000", new DropletId(2, 17));
        try (DynamoInstanceTable table = open()) {
            assertThat(table.load()).isEqualTo(new Contents(List.of(), List.of(), false));
            assertThat(table.reserve(3)).isEqualTo(3);
            assertThat(table.reserve(1)).isEqualTo(4);
            table.write(List.of(put(1), new Change.Begin(attempt), new Change.Stock()));
            assertThat(table.versions()).containsExactly(Map.entry(put(1).key(), 1L));
            assertThat(table.versions(List.of("i-99999999"))).isEmpty();
        }
        try (DynamoInstanceTable table = open()) {
            Contents found = table.load();
            assertThat(found.stocked()).isTrue();
            assertThat(found.attempts()).containsExactly(attempt);
            assertThat(found.instances().getFirst().instance()).isEqualTo(put(1).instance());
            assertThat(table.read(List.of(attempt.name())).attempts()).containsExactly(attempt);
            table.write(List.of(new Change.Remove(put(1).key(), 1), new Change.Settle(attempt.name())));
            assertThat(table.load()).isEqualTo(new Contents(List.of(), List.of(), true));
        }
    }

    /** Ten instances with fifty tags of 128 and 256 characters each, and the ends of their attempts. */
    @Test
    void theLongestLaunchIsOneTransaction() {
        Map<String, String> tags = new TreeMap<>();
        IntStream.range(0, 50).forEach(n -> tags.put("%0128d".formatted(n), "\u4e00".repeat(256)));
        List<Change> launch = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            Instance plain = put(number).instance();
            LaunchSpec.Kind kind = plain.kind().withTags(tags);
            launch.add(new Change.Put(
                    new Instance(
                            number,
                            plain.id(),
                            plain.droplet(),
                            plain.zone(),
                            plain.state(),
                            kind,
                            plain.launch(),
                            plain.life()),
                    0));
            launch.add(new Change.Placed(attempt(number).name()));
        }
        try (DynamoInstanceTable table = open()) {
            table.write(IntStream.rangeClosed(1, 10)
                    .<Change>mapToObj(number -> new Change.Begin(attempt(number)))
                    .toList());
            table.write(launch);
            assertThat(table.load().instances()).hasSize(10);
        }
    }

    @Test
    void anAttemptThatIsGivenUpOrSettledBecomesNoInstance() {
        Change placed = new Change.Placed(attempt(1).name());
        Change giveUp = new Change.GiveUp(attempt(1).name());
        try (DynamoInstanceTable table = open()) {
            fails(() -> table.write(List.of(giveUp)), Effect.CONFLICT, "another version");
            table.write(List.of(new Change.Begin(attempt(1))));
            table.write(List.of(giveUp));
            fails(() -> table.write(List.of(put(1), placed)), Effect.CONFLICT, "another version");
            assertThat(table.load().attempts()).containsExactly(attempt(1));
            table.write(List.of(new Change.Settle(attempt(1).name())));
            fails(() -> table.write(List.of(put(1), placed)), Effect.CONFLICT, "another version");
            assertThat(table.load()).isEqualTo(new Contents(List.of(), List.of(), false));
        }
    }

    private static Attempt attempt(int number) {
        String instance = put(number).key();
        return new Attempt("launch " + instance + " " + number, instance, new DropletId(2, 17));
    }

    @Test
    void anotherVersionIsAConflictAndChangesNothing() {
        try (DynamoInstanceTable table = open()) {
            table.write(List.of(put(1)));
            fails(() -> table.write(List.of(put(2), put(1))), Effect.CONFLICT, "another version");
            assertThat(table.versions()).hasSize(1);
        }
    }

    @Test
    void whatNeverArrivedChangedNothingAndAnErrorOfTheServerMayHave() {
        try (DynamoInstanceTable table = open()) {
            empty = true;
            fails(() -> table.write(List.of(put(1))), Effect.NONE, "cannot be resolved");
            fails(table::versions, Effect.NONE, "ANSWER: 0");
            empty = false;
            peers.instances().refuses(operation -> operation.equals("TransactWriteItems"));
            fails(() -> table.write(List.of(put(1))), Effect.UNKNOWN, "refuses");
            peers.close();
            fails(table::versions, Effect.NONE, "cannot be reached");
        }
    }

    /** Killed after any of its calls: the next process finds all of the rows or none, and all once it was answered. */
    @Test
    void aLongWriteIsWholeWhereverItIsCutOff() {
        boolean answered = false;
        for (int calls = 0; !answered; calls++) {
            peers.instances().clear();
            answered = writtenWithin(calls);
            peers.instances().refuses(operation -> false);
            try (DynamoInstanceTable next = open()) {
                assertThat(next.load().instances())
                        .as("cut off after %s calls", calls)
                        .hasSize(answered || !next.versions().isEmpty() ? MANY : 0);
            }
            assertThat(peers.instances().keys()).as("nothing is left over").allMatch(key -> key.startsWith("i-"));
        }
    }

    /** @return whether it was answered, though DynamoDB is gone after so many writes */
    private boolean writtenWithin(int calls) {
        AtomicInteger left = new AtomicInteger(calls);
        try (DynamoInstanceTable table = open()) {
            peers.instances()
                    .refuses(operation -> operation.equals("TransactWriteItems") && left.decrementAndGet() < 0);
            table.write(many());
            return true;
        } catch (TableException e) {
            assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
            return false;
        }
    }

    /** A redo log that somebody is still writing is not left over. */
    @Test
    void aReaderLeavesALongWriteInProgressAlone() {
        try (DynamoInstanceTable table = open()) {
            List<Integer> seen = new CopyOnWriteArrayList<>();
            peers.instances().afterwards(request -> {
                if (isPut(request, "redo 3")) {
                    seen.add(table.versions().size());
                }
            });
            table.write(many());
            assertThat(seen).as("read before the write was committed").containsExactly(0);
            assertThat(table.load().instances()).hasSize(MANY);
            assertThat(peers.instances().keys()).as("nothing is left over").allMatch(key -> key.startsWith("i-"));
        }
    }

    /** The commit row's call is given up, the parts are cleared, and then it is carried out. */
    @Test
    void aLateCommitRowIsRefusedWithoutItsParts() {
        try (DynamoInstanceTable table = open()) {
            peers.instances().delays(request -> isPut(request, "redo"));
            fails(() -> table.write(many()), Effect.UNKNOWN, "refuses");
            assertThat(table.versions()).isEmpty();
            peers.instances().arrive();
            assertThat(peers.instances().keys()).isEmpty();
            table.write(many());
            assertThat(table.versions()).hasSize(MANY);
        }
    }

    /** A part of a given-up write does not get into a later one. */
    @Test
    void aLatePartFailsTheNextLongWriteOnce() {
        try (DynamoInstanceTable table = open()) {
            peers.instances().delays(request -> isPut(request, "redo 2"));
            fails(() -> table.write(many()), Effect.UNKNOWN, "refuses");
            assertThat(table.versions()).isEmpty();
            peers.instances().arrive();
            fails(() -> table.write(many()), Effect.CONFLICT, "another version");
            assertThat(table.versions()).isEmpty();
            table.write(many());
            assertThat(table.versions()).hasSize(MANY);
        }
    }

    /** A copy of the log's rows is given up, made again and carried out once more, after a newer version. */
    @Test
    void aLateCopyKeepsNewerRows() {
        try (DynamoInstanceTable table = open()) {
            peers.instances().delays(request -> isPut(request, put(1).key()));
            table.write(many());
            fails(table::versions, Effect.UNKNOWN, "refuses");
            peers.instances().delays(request -> false);
            assertThat(table.versions()).hasSize(MANY);
            table.write(List.of(new Change.Put(put(1).instance(), 1)));
            peers.instances().arrive();
            assertThat(table.versions(List.of(put(1).key()))).containsEntry(put(1).key(), 2L);
        }
    }

    @Test
    void aCommittedWriteWithoutAPartIsRefusedUntilSomebodyDecides() {
        try (DynamoInstanceTable table = open()) {
            peers.instances().afterwards(request -> {
                if (isPut(request, "redo")) {
                    peers.instances().refuses(operation -> operation.equals("TransactWriteItems"));
                }
            });
            table.write(many());
            peers.instances().afterwards(request -> {});
            peers.instances().refuses(operation -> false);
            peers.instances().remove("redo 2");
            fails(
                    table::versions,
                    Effect.NONE,
                    "without its part 'redo 2'. Put the part back, or delete the row 'redo'");
            fails(() -> table.write(List.of(put(1))), Effect.NONE, "'redo 2'");
            peers.instances().remove("redo");
            assertThat(table.versions()).isEmpty();
            table.write(List.of(put(1)));
            assertThat(table.versions()).hasSize(1);
        }
    }

    @Test
    @Timeout(60)
    void whatDynamoLeavesOutOfAPageIsAskedForAgainWhileItBecomesLess() {
        List<String> ids = many().stream().map(Change::key).toList();
        try (DynamoInstanceTable table = open()) {
            table.write(many());
            peers.instances().batchMost(40);
            assertThat(table.versions(ids)).hasSize(MANY);
            peers.instances().batchMost(0);
            fails(() -> table.versions(ids), Effect.NONE, "without any of the 100 rows");
        }
    }

    private static boolean isPut(JsonNode request, String key) {
        return request.at("/TransactItems/0/Put/Item/id/S").asString("").equals(key);
    }

    private static List<Change> many() {
        return IntStream.rangeClosed(1, MANY)
                .<Change>mapToObj(DynamoInstanceTableIT::put)
                .toList();
    }

    private static void fails(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Effect effect, String why) {
        assertThatThrownBy(call)
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        TableException.class, e -> assertThat(e.effect()).isEqualTo(effect));
    }

    private static Change.Put put(int number) {
        Instance instance = new Instance(
                number,
                "i-%08x".formatted(number),
                new DropletId(1, 2),
                "us-east-1a",
                Instance.State.RUNNING,
                new LaunchSpec.Kind("ami-1", "m7i.large", Map.of("Name", "web")),
                new Instance.Launch("r-" + number, new LaunchSpec.ClientToken("t" + number, "f"), 1, 0, NOW),
                new Instance.Life(1, NOW, 1, Order.NONE, Instance.Cause.NONE, null));
        return new Change.Put(instance, 0);
    }

    private DynamoInstanceTable open() {
        DynamoInstanceTable.Access access = new DynamoInstanceTable.Access(
                new DynamoClients(URI.create("http://dynamodb.test:" + peers.port()), Tracing.OFF),
                new HostResolver(name -> address(), "dynamodb.test"),
                new ConnectionRule(2, Duration.ofNanos(1), Duration.ofNanos(1)),
                new SplittableRandom(1));
        DynamoInstanceTable table = new DynamoInstanceTable(
                "ec2-instances", access, new IncidentClock(InstantSource.system(), Instant.now(), 60));
        await().ignoreExceptions().until(() -> table.versions() != null);
        return table;
    }

    private DnsAnswer address() {
        return empty
                ? new DnsAnswer.Empty(Duration.ZERO)
                : new DnsAnswer.Addresses(List.of(InetAddress.getLoopbackAddress()), Duration.ofMinutes(1));
    }
}
