package emptyrecord.dynamo.store.disk;

import java.util.OptionalLong;

/**
 * How far a log is to be believed.
 *
 * @param log its key, 0 for none
 * @param records how many of them were acknowledged; empty after a start, as nobody knows: every whole one counts
 */
record Acknowledged(long log, OptionalLong records) {

    static final Acknowledged WHATEVER_IS_WHOLE = new Acknowledged(0, OptionalLong.empty());

    /** The records of a log that counts: nothing was acknowledged in one that was begun and not used. */
    OptionalLong of(long key) {
        return key == log || records.isEmpty() ? records : OptionalLong.of(0);
    }
}
