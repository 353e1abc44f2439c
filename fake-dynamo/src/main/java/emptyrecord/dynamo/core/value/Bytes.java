package emptyrecord.dynamo.core.value;

import java.util.Arrays;
import java.util.Base64;

/** An immutable byte string, ordered byte by byte as unsigned numbers. */
public final class Bytes implements Comparable<Bytes> {

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** @throws IllegalArgumentException if the text is not Base64 */
    public static Bytes ofBase64(String text) {
        return new Bytes(Base64.getDecoder().decode(text));
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(array);
    }

    public byte[] toArray() {
        return array.clone();
    }

    public int length() {
        return array.length;
    }

    public boolean startsWith(Bytes prefix) {
        return prefix.array.length <= array.length
                && Arrays.equals(array, 0, prefix.array.length, prefix.array, 0, prefix.array.length);
    }

    /** Whether {@code part} occurs anywhere. */
    public boolean contains(Bytes part) {
        return Occurrence.of(at -> part.array[at], part.array.length, at -> array[at], array.length);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(array, other.array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return toBase64();
    }
}
