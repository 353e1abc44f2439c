package emptyrecord.dynamo.store.disk;

import java.util.Arrays;

/**
 * Neighbouring keys.
 *
 * @param from the first key of the range
 * @param to the first key behind it
 */
public record KeyRange(byte[] from, byte[] to) {

    /** All keys that begin with these bytes, of which the first is not 0xFF. */
    public static KeyRange startingWith(byte[] prefix) {
        byte[] to = prefix.clone();
        int at = to.length - 1;
        while (++to[at] == 0) {
            at--;
        }
        return new KeyRange(prefix, to);
    }

    /** The part behind a key. */
    public KeyRange after(byte[] key) {
        return new KeyRange(Arrays.copyOf(key, key.length + 1), to);
    }

    /** The part before a key. */
    public KeyRange before(byte[] key) {
        return new KeyRange(from, key);
    }
}
