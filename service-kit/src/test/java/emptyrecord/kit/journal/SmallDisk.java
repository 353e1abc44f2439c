package emptyrecord.kit.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** A disk with room for so many bytes: like a real one, it takes what fits of a write and then refuses. */
public final class SmallDisk implements Disk {

    private volatile long free = Long.MAX_VALUE;
    private boolean truncates = true;

    /** A journal on this disk. */
    public <T> Journal<T> journal(Path file, Class<T> type, JsonMapper json) {
        return new Journal<>(new Journal.Place(file, this, JournalListener.NONE), type, json);
    }

    /** Room for so many bytes from now on, in files that exist and in new ones. */
    public void free(long bytes) {
        free = bytes;
    }

    /** From now on a file cannot be cut either. */
    void refuseToTruncate(boolean refuse) {
        truncates = !refuse;
    }

    @Override
    public Handle open(Path file) throws IOException {
        Handle real = Disk.LOCAL.open(file);
        return new Handle() {

            @Override
            public long size() throws IOException {
                return real.size();
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                int fits = (int) Math.min(free, bytes.length);
                real.write(Arrays.copyOf(bytes, fits));
                free -= fits;
                if (fits < bytes.length) {
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void truncate(long size) throws IOException {
                if (!truncates) {
                    throw new IOException("Input/output error");
                }
                free += real.size() - size;
                real.truncate(size);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }
}
