package emptyrecord.route53.health;

import java.io.IOException;
import java.io.InputStream;

/** Finds bytes in a stream that is read once (Knuth, Morris, Pratt: after a mismatch it goes on with the longest border). */
final class Search {

    private final byte[] wanted;
    private final int[] border;

    /** @param wanted at least one byte */
    Search(byte[] wanted) {
        this.wanted = wanted;
        this.border = new int[wanted.length];
        for (int i = 1, length = 0; i < wanted.length; i++) {
            length = extended(length, wanted[i]);
            border[i] = length;
        }
    }

    /** How much of the wanted bytes stands at the end of what was read, after one more byte. */
    private int extended(int length, byte next) {
        int now = length;
        while (now > 0 && wanted[now] != next) {
            now = border[now - 1];
        }
        return wanted[now] == next ? now + 1 : now;
    }

    /** @param bytesMax bytes that are read at most; all of the wanted ones must lie within them */
    boolean finds(InputStream in, int bytesMax) throws IOException {
        int found = 0;
        for (int i = 0; i < bytesMax; i++) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            found = extended(found, (byte) next);
            if (found == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
