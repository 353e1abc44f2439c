package emptyrecord.dynamo.history;

import java.util.Map;
import java.util.Optional;

/**
 * A call of a client on registers that hold numbers; a register that is not there holds 0.
 *
 * @param begun place in the history of the moment before the call
 * @param ended the same of its answer; of a call without one, of the moment after which it can no longer take effect
 * @param expected the numbers on which a write depends, or those that a read saw
 * @param written the numbers that a write leaves; empty for a read
 * @param done whether it was carried out; empty if nobody knows
 */
public record Call(
        int begun, int ended, Map<String, Integer> expected, Map<String, Integer> written, Optional<Boolean> done) {

    /** A write that its condition refused: it saw another number somewhere. */
    public boolean refused() {
        return done.isPresent() && !done.get();
    }

    boolean unknown() {
        return done.isEmpty();
    }
}
