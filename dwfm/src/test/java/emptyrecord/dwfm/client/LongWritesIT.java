package emptyrecord.dwfm.client;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.TableException;
import emptyrecord.dwfm.instances.TableException.Effect;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Writes of more rows than a transaction takes: whole or not at all, whatever is cut off, late or read meanwhile. */
class LongWritesIT extends InstanceTableOverHttp {

    LongWritesIT() throws IOException {}

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

    private static boolean isPut(JsonNode request, String key) {
        return request.at("/TransactItems/0/Put/Item/id/S").asString("").equals(key);
    }
}
