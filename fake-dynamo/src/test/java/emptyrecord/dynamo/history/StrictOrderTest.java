package emptyrecord.dynamo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Histories made by hand: those that one order explains, and planted anomalies that none does. */
class StrictOrderTest {

    private static final Map<String, Integer> EMPTY = Map.of();

    private static Call read(int begun, int ended, Map<String, Integer> seen) {
        return new Call(begun, ended, seen, Map.of(), Optional.of(true));
    }

    private static Call write(int begun, int ended, Map<String, Integer> expected, Map<String, Integer> written) {
        return new Call(begun, ended, expected, written, Optional.of(true));
    }

    private static Call lost(int begun, Map<String, Integer> expected, Map<String, Integer> written) {
        return new Call(begun, Integer.MAX_VALUE, expected, written, Optional.empty());
    }

    @Test
    void callsAtTheSameTimeMayHaveEitherOrder() {
        List<Call> calls = List.of(
                write(0, 5, EMPTY, Map.of("x", 1)),
                write(1, 6, EMPTY, Map.of("x", 2)),
                read(2, 4, Map.of("x", 2)),
                read(7, 8, Map.of("x", 1)));
        assertThat(StrictOrder.exists(calls, EMPTY, Map.of("x", 1))).isTrue();
        assertThat(StrictOrder.exists(calls, EMPTY, Map.of("x", 2))).isFalse();
    }

    @Test
    void aReadAfterAWriteSeesIt() {
        List<Call> stale = List.of(write(0, 1, EMPTY, Map.of("x", 1)), read(2, 3, Map.of("x", 0)));
        assertThat(StrictOrder.exists(stale, EMPTY, Map.of("x", 1))).isFalse();
    }

    @Test
    void aCallWithoutAnAnswerMayHaveHappened() {
        List<Call> calls = List.of(lost(0, EMPTY, Map.of("x", 1)), read(1, 2, Map.of("x", 0)));
        assertThat(StrictOrder.exists(calls, EMPTY, Map.of("x", 1))).isTrue();
        assertThat(StrictOrder.exists(calls, EMPTY, EMPTY)).isTrue();
    }

    /** Two writers were told that they raised the same number. */
    @Test
    void aLostUpdateIsFound() {
        List<Call> calls =
                List.of(write(0, 3, Map.of("x", 0), Map.of("x", 1)), write(1, 2, Map.of("x", 0), Map.of("x", 2)));
        assertThat(StrictOrder.exists(calls, EMPTY, Map.of("x", 1))).isFalse();
        assertThat(StrictOrder.exists(calls, EMPTY, Map.of("x", 2))).isFalse();
    }

    /** A reader saw a number that was never kept. */
    @Test
    void aDirtyReadIsFound() {
        List<Call> calls = List.of(lost(0, EMPTY, Map.of("x", 1)), read(1, 2, Map.of("x", 1)));
        assertThat(StrictOrder.exists(calls, EMPTY, EMPTY)).isFalse();
    }

    /** Half a transaction: one register after it, the other before. */
    @Test
    void aTornTransactionIsFound() {
        List<Call> calls = List.of(write(0, 3, EMPTY, Map.of("x", 1, "y", 1)), read(1, 2, Map.of("x", 1, "y", 0)));
        assertThat(StrictOrder.exists(calls, EMPTY, Map.of("x", 1, "y", 1))).isFalse();
    }

    @Test
    void aRefusalNeedsAReason() {
        List<Call> calls = List.of(new Call(0, 1, Map.of("x", 0), Map.of("x", 1), Optional.of(false)));
        assertThat(StrictOrder.exists(calls, EMPTY, EMPTY)).isFalse();
        assertThat(StrictOrder.exists(calls, Map.of("x", 7), Map.of("x", 7))).isTrue();
    }
}
