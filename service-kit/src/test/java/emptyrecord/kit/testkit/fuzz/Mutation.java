package emptyrecord.kit.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Changes of a valid message: bits turned, bytes cut, doubled, moved, repeated or put in, and lengths that lie. None needs
 * to know the format.
 */
public final class Mutation {

    /** A mutated message is never longer, so that a run of many inputs measures parsers, not copies. */
    public static final int BYTES_MAX = 60_000;

    private static final int CHANGES_MAX = 4;
    private static final int REPEATS_MAX = 400;
    private static final List<Integer> BOUNDS =
            List.of(0, 1, 0x7F, 0x80, 0xFF, 0xC0, 0x0A, 0x0D, 0x22, 0x3C, 0x5B, 0x7B);

    private Mutation() {}

    /** One to four changes of a copy. */
    public static byte[] of(byte[] valid, Chance chance) {
        byte[] bytes = valid.clone();
        for (int i = chance.between(1, CHANGES_MAX); i > 0; i--) {
            bytes = bytes.length == 0 ? chance.bytes(chance.between(1, 16)) : changed(bytes, chance);
        }
        return bytes.length <= BYTES_MAX ? bytes : Arrays.copyOf(bytes, BYTES_MAX);
    }

    private static byte[] changed(byte[] bytes, Chance chance) {
        int at = chance.below(bytes.length);
        int length = chance.between(1, Math.min(bytes.length - at, chance.oneIn(3) ? bytes.length : 16));
        byte[] slice = Arrays.copyOfRange(bytes, at, at + length);
        return switch (chance.below(9)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << chance.below(Byte.SIZE));
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) (int) chance.of(BOUNDS);
                yield bytes;
            }
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> replaced(bytes, at, length, new byte[0]);
            case 4 -> replaced(bytes, at, 0, slice);
            case 5 -> replaced(bytes, at, 0, repeated(slice, chance.between(2, REPEATS_MAX)));
            case 6 -> replaced(bytes, at, 0, chance.bytes(chance.between(1, 8)));
            case 7 -> replaced(bytes, chance.below(bytes.length), 0, slice);
            default -> lying(bytes, at, chance);
        };
    }

    /** Two bytes that may be a length. */
    private static byte[] lying(byte[] bytes, int at, Chance chance) {
        int length = chance.oneIn(2) ? chance.below(0x1_0000) : chance.of(List.of(0, 1, 0x7FFF, 0x8000, 0xFFFF));
        bytes[at] = (byte) (length >> Byte.SIZE);
        if (at + 1 < bytes.length) {
            bytes[at + 1] = (byte) length;
        }
        return bytes;
    }

    private static byte[] repeated(byte[] slice, int times) {
        int fitting = Math.clamp(BYTES_MAX / slice.length, 1, times);
        byte[] many = new byte[slice.length * fitting];
        for (int i = 0; i < fitting; i++) {
            System.arraycopy(slice, 0, many, i * slice.length, slice.length);
        }
        return many;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(by);
        out.write(bytes, at + length, bytes.length - at - length);
        return out.toByteArray();
    }
}
