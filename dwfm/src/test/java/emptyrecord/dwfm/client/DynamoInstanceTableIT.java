package emptyrecord.dwfm.client;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Attempt;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.InstanceTable.Contents;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.TableException.Effect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The table of instances over HTTP: what is read back, and what a failure means. */
class DynamoInstanceTableIT extends InstanceTableOverHttp {

    DynamoInstanceTableIT() throws IOException {}

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
}
