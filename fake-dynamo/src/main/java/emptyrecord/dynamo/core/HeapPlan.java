package emptyrecord.dynamo.core;

import emptyrecord.dynamo.core.table.Reads;
import emptyrecord.dynamo.core.value.HeapCost;

/**
 * Divides the heap, in bytes, so that everything from outside fits into it together. The service itself needs
 * {@link #OWN}, and its management port may take its own limits. The rest is divided into shares, our choice, which
 * leave a twentieth for uncounted memory.
 *
 * @param management the most that requests to the management port may take at once
 * @param store cached rows, buffers of commits, definitions of tables and tokens; items themselves are on disk
 * @param work parsed requests, the objects made from them as {@link RequestCost} counts it, and items that are read as
 *     {@link emptyrecord.dynamo.core.value.HeapCost} counts them
 * @param smallWork the same for requests that cost at most {@link #SMALL}
 * @param arriving bodies that are still being received, beyond the first {@link #FREE} bytes of each
 * @param replies answers that are being sent, beyond {@link #FREE} bytes each
 * @param connections open connections, {@link #CONNECTION} each
 */
public record HeapPlan(
        long management, long store, long work, long smallWork, long arriving, long replies, long connections) {

    /** Bytes that are not counted for each request; the number of connections bounds them. */
    public static final int FREE = 8 << 10;

    /** Buffers, a head of the largest size, and the free bytes of a body and of an answer. */
    public static final int CONNECTION = 32 << 10;

    /** The largest cost of a request that does not wait for large ones; our choice. */
    public static final int SMALL = 128 << 10;

    /** The items of a page of Query, Scan or BatchGetItem: all but the last, and the last. */
    public static final long PAGE = Reads.PAGE_HEAP_MAX + HeapCost.ITEM_MAX;

    /** Percent of the store's share for cached rows. The rest of it is for tokens and for the buffers of a commit. */
    private static final int CACHE = 40;

    /** The same for the definitions of tables. */
    private static final int DEFINITIONS = 15;

    /** 23 MB were live after a start, the code that was compiled meanwhile included; the rest is for the collector. */
    static final long OWN = 26L << 20;

    /** The cost of the largest body, see {@link RequestCost}; a smaller share could never write large items. */
    private static final long WORK_MIN = 7L << 20;
    /** The longest page; see {@link emptyrecord.dynamo.core.table.Reads}. */
    private static final long REPLIES_MIN = (3L << 20) + (64 << 10);

    private static final long FREE_MIN = 16L << 20;

    /**
     * @param heap the largest heap of this process
     * @param management the most that requests to the management port may take of it at once
     */
    public static HeapPlan of(long heap, long management) {
        long free = Math.max(FREE_MIN, heap - OWN - management);
        return new HeapPlan(
                management,
                free * 30 / 100,
                Math.max(WORK_MIN, free * 25 / 100),
                free * 5 / 100,
                free * 8 / 100,
                Math.max(REPLIES_MIN, free * 12 / 100),
                free * 15 / 100);
    }

    /** Bytes for rows that were read. */
    public long cache() {
        return store * CACHE / 100;
    }

    /** Bytes for the definitions of all tables. */
    public long definitions() {
        return store * DEFINITIONS / 100;
    }

    /** How many connections fit. */
    public int connectionsMax() {
        return Math.toIntExact(Math.min(connections / CONNECTION, Short.MAX_VALUE));
    }

    /** All shares together. */
    public long sum() {
        return OWN + management + store + work + smallWork + arriving + replies + connections;
    }
}
