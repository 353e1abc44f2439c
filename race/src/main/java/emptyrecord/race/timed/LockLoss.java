package emptyrecord.race.timed;

/** Acquisitions of a free lock that fail: the night's trigger (F1), absent in a region without a fault. */
public interface LockLoss {

    LockLoss NONE = (enactor, zone) -> false;

    /** Called once an acquisition. */
    boolean hits(String enactor, String zone);
}
