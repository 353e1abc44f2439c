package emptyrecord.dynamo.store.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The content of a file on a {@link CutDisk}: as it reads, and as the disk has it without the calls since a force. */
final class CutFile {

    /** A part of a write, or the cutting off of an end: no bytes, the new length. */
    private record Part(long at, byte[] bytes) {}

    private final List<Part> unforced = new ArrayList<>();
    private byte[] now = new byte[0];
    private byte[] forced = new byte[0];

    synchronized int size() {
        return now.length;
    }

    synchronized int read(byte[] into, long at) {
        if (at >= now.length) {
            return -1;
        }
        int length = Math.min(into.length, now.length - (int) at);
        System.arraycopy(now, (int) at, into, 0, length);
        return length;
    }

    synchronized void write(long at, byte[] bytes) {
        now = written(now, at, bytes);
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(bytes.length - from, CutDisk.SECTOR - (int) ((at + from) % CutDisk.SECTOR));
            unforced.add(new Part(at + from, Arrays.copyOfRange(bytes, from, from + length)));
            from += length;
        }
    }

    private static byte[] written(byte[] content, long at, byte[] bytes) {
        int end = (int) at + bytes.length;
        byte[] after = end > content.length ? Arrays.copyOf(content, end) : content;
        System.arraycopy(bytes, 0, after, (int) at, bytes.length);
        return after;
    }

    synchronized void truncate(long length) {
        if (length < now.length) {
            now = Arrays.copyOf(now, (int) length);
            unforced.add(new Part(length, new byte[0]));
        }
    }

    synchronized void force() {
        forced = now.clone();
        unforced.clear();
    }

    synchronized void loseUnforced(Random random) {
        int kept = random.nextInt(101);
        for (Part part : unforced) {
            if (random.nextInt(100) < kept) {
                forced = part.bytes.length == 0
                        ? Arrays.copyOf(forced, Math.min(forced.length, (int) part.at))
                        : written(forced, part.at, part.bytes);
            }
        }
        unforced.clear();
        now = forced.clone();
    }
}
