package emptyrecord.dynamo.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;

/**
 * The commits since the last checkpoint, a record each, in a file beside the rows. A commit is one write and one force
 * here, where the tree would take a page for each level, its own catalogue of chunks and two forces. A checkpoint writes
 * the tree and begins the log again at its start: the tree's header names the key of the log that belongs to it, drawn
 * anew each time, so older records mean nothing. Records are numbered from 0 and begin at a sector, so a torn one damages
 * no other. Each is forced before the next is written. So only the last can be torn, and a hole before a whole record
 * is damage, at which a start refuses.
 */
final class CommitLog implements AutoCloseable {

    /** What a disk writes as a whole. */
    private static final int SECTOR = 512;

    private final String file;
    private final FileChannel channel;
    private final Durability durability;
    private long key;
    private long records;
    private volatile long end;
    private volatile long size;

    /** Opens the file, or makes it. */
    CommitLog(String file, Durability durability) {
        this.file = file;
        this.durability = durability;
        try {
            boolean fresh = !exists(file);
            this.channel = FilePath.get(file).open("rw");
            this.size = channel.size();
            if (fresh) {
                Folders.force(file);
            }
        } catch (IOException e) {
            throw failed(DataUtils.ERROR_WRITING_FAILED, "The log {0} cannot be opened", e);
        }
    }

    static boolean exists(String file) {
        return FilePath.get(file).exists();
    }

    /** Begins an empty log. Nothing is written: records of another key mean nothing. */
    void begin(long newKey) {
        key = newKey;
        records = 0;
        end = 0;
    }

    /** Where the next record begins, in bytes. */
    long end() {
        return end;
    }

    /** Length of the file in bytes, rather too much; for any thread. */
    long size() {
        return size;
    }

    /** The last record counts, as its rows can be read. */
    void acknowledge() {
        records++;
    }

    Acknowledged acknowledged() {
        return new Acknowledged(key, OptionalLong.of(records));
    }

    /** Writes a record that survives when this returns; {@link #acknowledge} is to follow. */
    void append(List<Batch> batches) {
        ByteBuffer record = LogRecord.of(key, records, batches);
        int length = record.remaining();
        try {
            LogRecord.write(channel, record, end);
            force();
            end = sector(end + length);
            size = Math.max(size, end);
        } catch (IOException e) {
            throw failed(DataUtils.ERROR_WRITING_FAILED, "The log {0} took no record", e);
        }
    }

    /**
     * Reads the log of a key from its start.
     *
     * @param acknowledged how many records count, if that is known; a whole one behind them was refused to its writers, and is
     *     removed for good
     * @param visitor takes the changes of each
     * @throws MVStoreException ERROR_FILE_CORRUPT if a record before the last, or one of these, is damaged
     */
    void replay(long ofKey, OptionalLong acknowledged, Consumer<Batch> visitor) {
        long most = acknowledged.orElse(Long.MAX_VALUE);
        begin(ofKey);
        try {
            LogRecord next = LogRecord.at(channel, key, end);
            while (records < most && next != null && next.number() == records) {
                visitor.accept(next.batch());
                records++;
                end = sector(end + next.bytes());
                next = LogRecord.at(channel, key, end);
            }
            if (acknowledged.isPresent() && records < most || isDamaged()) {
                throw DataUtils.newMVStoreException(
                        DataUtils.ERROR_FILE_CORRUPT, "Record {0} of the log {1} is damaged", records, file);
            }
            if (records == most) {
                cutOff();
            }
            // a killed process may have written what it did not force, and readers are about to see it
            force();
        } catch (IOException e) {
            throw failed(DataUtils.ERROR_READING_FAILED, "The log {0} cannot be read", e);
        }
    }

    /** Whether a record is behind the one that is missing. */
    private boolean isDamaged() throws IOException {
        long length = channel.size();
        for (long at = end; at < length; at += SECTOR) {
            if (LogRecord.numberAt(channel, key, at) > records) {
                return true;
            }
        }
        return false;
    }

    private void cutOff() throws IOException {
        if (end < channel.size()) {
            LogRecord.write(channel, ByteBuffer.allocate(SECTOR), end);
        }
    }

    private static long sector(long at) {
        return (at + SECTOR - 1) / SECTOR * SECTOR;
    }

    private void force() throws IOException {
        if (durability == Durability.DISK) {
            channel.force(false);
        }
    }

    private MVStoreException failed(int code, String message, IOException why) {
        return DataUtils.newMVStoreException(code, message, file, why);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // whatever was acknowledged was forced
        }
    }

    /** The tree has all commits. */
    void delete() {
        close();
        FilePath.get(file).delete();
    }
}
