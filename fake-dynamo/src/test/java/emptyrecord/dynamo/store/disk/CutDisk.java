package emptyrecord.dynamo.store.disk;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A disk in memory that loses its power. What was written and not forced is lost in any part of 512 bytes: a cut keeps a
 * random subset, so writes are torn, reordered and missing. After a cut every call fails until {@link #start}. It also
 * becomes full. Names of files survive as they are; how a folder is forced is not modelled.
 */
public final class CutDisk {

    /** What a disk writes as a whole. */
    static final int SECTOR = 512;

    private static final Map<String, CutDisk> DISKS = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Map<String, CutFile> files = new ConcurrentHashMap<>();
    private final String name;
    private final Random random;
    private long callsLeft = Long.MAX_VALUE;
    private long room = Long.MAX_VALUE;
    private Optional<Error> error = Optional.empty();

    /** Incremented by a cut: whoever opened a file before has lost it. */
    private long power;

    public CutDisk(long seed) {
        CutPath.register();
        this.random = new Random(seed);
        this.name = "disk-" + NUMBERS.incrementAndGet();
        DISKS.put(name, this);
    }

    static CutDisk named(String name) {
        CutDisk disk = DISKS.get(name);
        if (disk == null) {
            throw new IllegalArgumentException("there is no disk " + name);
        }
        return disk;
    }

    /** Path of a file on this disk. */
    public String path(String file) {
        return CutPath.SCHEME + ":" + name + "/" + file;
    }

    Map<String, CutFile> files() {
        return files;
    }

    /** The power fails in the middle of the call after so many others that write, force or cut off. */
    public synchronized void cutAfter(long calls) {
        callsLeft = calls;
    }

    /** Files together may be so long. */
    public synchronized void limit(long bytes) {
        room = bytes;
    }

    /** The next write fails in the process, and not on the disk. */
    public synchronized void failNext(Error next) {
        error = Optional.of(next);
    }

    synchronized void throwError() {
        Optional<Error> now = error;
        error = Optional.empty();
        now.ifPresent(thrown -> {
            throw thrown;
        });
    }

    /** The power is back; true if it was gone. */
    public synchronized boolean start() {
        boolean was = callsLeft < 0;
        if (!was) {
            cut();
        }
        callsLeft = Long.MAX_VALUE;
        return was;
    }

    synchronized long power() {
        return power;
    }

    /** Before a call; false: the power fails during it. */
    synchronized boolean survives(long since) throws IOException {
        refuse(since);
        return --callsLeft >= 0;
    }

    synchronized void refuse(long since) throws IOException {
        if (callsLeft < 0 || since != power) {
            throw new IOException("the power is gone");
        }
    }

    synchronized void cut() {
        callsLeft = -1;
        power++;
        files.values().forEach(file -> file.loseUnforced(random));
    }

    synchronized long roomLeft() {
        return room - files.values().stream().mapToLong(CutFile::size).sum();
    }

    synchronized Random random() {
        return random;
    }
}
