package emptyrecord.dynamo.store.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/**
 * The file of an MVStore, with an order of writes that a power cut cannot break. MVStore itself finds its last chunk by
 * hints: the header, which it writes now and then, predicted places and the end of the file. Chunks have no checksum of
 * their content. So a cut could leave a chunk with a hole, or hide an acknowledged one behind an older. Here each commit
 * ends with {@link #seal(long)}: the chunk is forced to the disk, then the header names it, then the header is forced. A start
 * takes the chunk that the header names, whose two copies agree ({@link #repairHeader}), and whatever else is in the file
 * was never acknowledged.
 */
final class CommittedFile extends SingleFileStore {

    /** Our own word: a process has the file open. */
    private static final String RUNNING = "running";

    /** Our own word: the key of the log. */
    private static final String LOG = "log";

    /** Bytes of one call: the JVM keeps a buffer outside of the heap for each thread, as long as its longest call. */
    private static final int PART = 32 << 10;

    /** Bytes of a copy of the header. */
    private static final int BLOCK = 4096;

    /** What ends a copy of the header, and its number in hexadecimal digits after it. */
    private static final String CHECKSUM = ",fletcher:";

    private final Durability durability;

    /** Headers are written by seals only. */
    private boolean headerHeld;

    private final List<SFChunk> unnamed = new ArrayList<>();

    CommittedFile(Map<String, Object> config, Durability durability) {
        super(config);
        this.durability = durability;
    }

    /** Whether the last process that had the file did not close it. */
    boolean wasRunning() {
        return storeHeader.containsKey(RUNNING);
    }

    /**
     * Makes both copies of the header the newer one, to be called before MVStore reads them. A power cut between the two
     * leaves them different, and MVStore would search for chunks then, and may find one that was never sealed.
     *
     * @return the version of the last sealed commit, 0 or less if there is none
     */
    long repairHeader() {
        if (size() < 2L * BLOCK) {
            return 0;
        }
        byte[] first = copy(0);
        byte[] second = copy(BLOCK);
        byte[] newer = version(first) > version(second) ? first : second;
        if (version(first) != version(second)) {
            super.writeFully(null, 0, ByteBuffer.wrap(newer));
            super.writeFully(null, BLOCK, ByteBuffer.wrap(newer));
            sync();
        }
        // a killed process may have written what it did not force, and readers are about to see it
        force();
        return version(newer);
    }

    private byte[] copy(long at) {
        byte[] block = new byte[BLOCK];
        super.readFully((SFChunk) null, at, BLOCK).get(block);
        return block;
    }

    /** The version that a copy names, -1 if it is none. */
    private static long version(byte[] header) {
        String text = new String(header, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(CHECKSUM);
        if (end < 0) {
            return -1;
        }
        int checksum = DataUtils.getFletcher32(header, 0, end);
        String after =
                text.substring(end + CHECKSUM.length()).lines().findFirst().orElse("");
        return after.equals(Integer.toHexString(checksum))
                ? DataUtils.readHexLong(DataUtils.parseMap(text.substring(0, end)), "version", 0)
                : -1;
    }

    /** Commits begin; each is to be ended with a seal. */
    void hold() {
        headerHeld = true;
    }

    /** Makes the last chunk the one that a start finds, and the log with this key the one that goes on from it. */
    void seal(long log) {
        storeHeader.put(RUNNING, 1);
        storeHeader.put(LOG, log);
        writeSeal();
    }

    /** Key of the log that goes on from the last seal, 0 if there is none. */
    long log() {
        return DataUtils.readHexLong(storeHeader, LOG, 0);
    }

    /** The same, and says that the file is closed and needs no log. */
    void sealForGood() {
        storeHeader.remove(RUNNING);
        storeHeader.remove(LOG);
        writeSeal();
    }

    private void writeSeal() {
        saveChunkLock.lock();
        try {
            force();
            headerHeld = false;
            writeCleanShutdownMark();
            force();
            super.freeChunkSpace(unnamed);
            unnamed.clear();
        } finally {
            headerHeld = true;
            saveChunkLock.unlock();
        }
    }

    /** Returns the space behind the last chunk. */
    void shrink() {
        saveChunkLock.lock();
        try {
            super.shrinkStoreIfPossible(1);
        } finally {
            saveChunkLock.unlock();
        }
    }

    /**
     * Space of chunks that the commit under way names no longer. It is used by the one after it, because a start verifies
     * all chunks that the last seal names, obsolete ones too.
     */
    @Override
    protected void freeChunkSpace(Iterable<SFChunk> chunks) {
        chunks.forEach(unnamed::add);
    }

    private void force() {
        if (durability == Durability.DISK) {
            sync();
        }
    }

    @Override
    protected void writeFully(SFChunk chunk, long pos, ByteBuffer src) {
        if (pos == 0 && headerHeld) {
            return;
        }
        long at = pos;
        int end = src.limit();
        while (src.position() < end) {
            int part = Math.min(PART, end - src.position());
            src.limit(src.position() + part);
            super.writeFully(chunk, at, src);
            at += part;
        }
    }

    @Override
    public ByteBuffer readFully(SFChunk chunk, long pos, int len) {
        if (len <= PART) {
            return super.readFully(chunk, pos, len);
        }
        ByteBuffer all = ByteBuffer.allocate(len);
        while (all.hasRemaining()) {
            all.put(super.readFully(chunk, pos + all.position(), Math.min(PART, all.remaining())));
        }
        return all.flip();
    }

    /** MVStore would try at each commit. */
    @Override
    protected void shrinkStoreIfPossible(int minPercent) {
        // see shrink()
    }
}
