package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.queue.Work;
import java.util.List;

/**
 * How a host makes lapsed leases again, and how it reaches its droplets. AWS says that no progress was made (F11) and
 * not by what; F52 has three readings, and each is a wiring of its own here. None knows of a collapse.
 */
public sealed interface Wiring {

    /** The names that {@link #of} takes; the first one is the night's. */
    List<String> NAMES = List.of("stale-fifo", "all-or-nothing-batch", "thundering-herd");

    String name();

    /** Pieces of work that a host does at a time. */
    int workers(LeaseParameters parameters);

    /** Whether calls to droplets pass the gateway before them. */
    boolean throughGateway();

    /** The most lapsed droplets that are made again together; 0: each for itself. */
    int blockSize();

    /**
     * Whether a claim may move the lease in the table before the droplet has answered.
     *
     * @param inTime whether the last piece of work that ended was in time
     */
    boolean movesLease(Work work, boolean inTime);

    /** @throws IllegalArgumentException if there is none of that name, with what is allowed */
    static Wiring of(String name, int blockSize) {
        return switch (name) {
            case "stale-fifo" -> new StaleFifo();
            case "all-or-nothing-batch" -> new AllOrNothingBatch(blockSize);
            case "thundering-herd" -> new ThunderingHerd();
            default ->
                throw new IllegalArgumentException("there is no wiring '" + name + "'; it must be one of " + NAMES);
        };
    }

    /** A few workers serve one FIFO; each time-out queues another attempt (F52, the third reading). */
    record StaleFifo() implements Wiring {
        @Override
        public String name() {
            return NAMES.getFirst();
        }

        @Override
        public int workers(LeaseParameters parameters) {
            return parameters.workers();
        }

        @Override
        public boolean throughGateway() {
            return false;
        }

        @Override
        public int blockSize() {
            return 0;
        }

        @Override
        public boolean movesLease(Work work, boolean inTime) {
            return true;
        }
    }

    /**
     * The same workers; what has lapsed is made again in blocks, by one transaction each ({@link Blocks}). So the work of
     * one attempt grows with what has piled up (F52, the first reading).
     *
     * @param blockSize 1 to 100, the most items of one transaction (DynamoDB's API)
     */
    record AllOrNothingBatch(int blockSize) implements Wiring {

        /** Items in one {@code TransactWriteItems}. */
        private static final int TRANSACTION_MAX = 100;

        public AllOrNothingBatch {
            if (blockSize < 1 || blockSize > TRANSACTION_MAX) {
                throw new IllegalArgumentException("dwfm.block-size must be 1 to " + TRANSACTION_MAX
                        + ", the most items of one transaction, not " + blockSize);
            }
        }

        @Override
        public String name() {
            return NAMES.get(1);
        }

        @Override
        public int workers(LeaseParameters parameters) {
            return parameters.workers();
        }

        @Override
        public boolean throughGateway() {
            return false;
        }

        /** A member's claim only reserves; the block's transaction moves the leases. */
        @Override
        public boolean movesLease(Work work, boolean inTime) {
            return !(work instanceof Work.Member);
        }
    }

    /**
     * A worker for every droplet: the hosts never wait for themselves, and the gateway before the droplets is what all
     * pass. A call is given up at its work's deadline and made again at once (F52, the second reading).
     */
    record ThunderingHerd() implements Wiring {
        @Override
        public String name() {
            return NAMES.getLast();
        }

        @Override
        public int workers(LeaseParameters parameters) {
            return parameters.droplets() + parameters.workers();
        }

        @Override
        public boolean throughGateway() {
            return true;
        }

        @Override
        public int blockSize() {
            return 0;
        }

        /**
         * The host does not see the gateway's queue. It expects what it has seen last, and of a lapsed lease nothing: its
         * row is moved by the first state check after it is held again.
         */
        @Override
        public boolean movesLease(Work work, boolean inTime) {
            return inTime && !(work instanceof Work.Establishment attempt && !attempt.commissioning());
        }
    }
}
