package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.HeapPlan;
import emptyrecord.dynamo.core.Refusal;
import java.time.Duration;

/** The parts of the budgets that one request holds; closing returns them. One thread at a time uses it. */
final class Allowance implements AutoCloseable {

    /** Real time that a request waits for others to end; below the two seconds of the region's callers. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final Budgets budgets;
    private long arriving;
    private long work;
    private long smallWork;
    private long turns;
    private long reply;
    private long freeReply = HeapPlan.FREE;

    Allowance(Budgets budgets) {
        this.budgets = budgets;
    }

    /** Whether a body may grow by so much now. It does not wait if not: it would hold its memory meanwhile. */
    boolean grow(long bytes) {
        boolean granted = budgets.arriving().take(bytes, Duration.ZERO);
        arriving += granted ? bytes : 0;
        return granted;
    }

    /**
     * Takes the cost of answering, or waits for it.
     *
     * @throws Refusal a ThrottlingException if others do not end in time, a ValidationException if it never fits
     */
    void work(long bytes) {
        boolean small = bytes <= HeapPlan.SMALL;
        Budget budget = small ? budgets.smallWork() : budgets.work();
        long all = bytes + (small ? smallWork : work);
        if (!budget.holds(all)) {
            throw Refusal.validation("The request needs about " + all + " bytes of memory, more than the "
                    + budget.max() + " that this region has for a request; send it in parts, or give it a larger heap");
        }
        if (!budget.take(bytes, TIMEOUT)) {
            throw busy("requests");
        }
        work += small ? 0 : bytes;
        smallWork += small ? bytes : 0;
    }

    /** Waits for a turn: long computations run one at a time, because two could keep all cores from the small ones. */
    void turn() {
        if (!budgets.turns().take(1, TIMEOUT)) {
            throw busy("requests");
        }
        turns++;
    }

    /** The computation is over; the disk's work is left, and others compute meanwhile. */
    void endTurn() {
        budgets.turns().giveBack(turns);
        turns = 0;
    }

    /** Returns the memory for answering; only sending the answer is left. */
    void worked() {
        budgets.work().giveBack(work);
        budgets.smallWork().giveBack(smallWork);
        endTurn();
        work = 0;
        smallWork = 0;
    }

    /** Takes the memory for an answer, or waits for it; called before anything is changed. */
    void reply(long bytes) {
        reply(bytes, TIMEOUT);
    }

    /** The same without waiting. */
    void replyNow(long bytes) {
        reply(bytes, Duration.ZERO);
    }

    private void reply(long bytes, Duration timeout) {
        long charged = Math.max(0, bytes - freeReply);
        if (!budgets.replies().take(charged, timeout)) {
            throw busy("answers");
        }
        freeReply -= bytes - charged;
        reply += charged;
    }

    private static Refusal busy(String what) {
        return new Refusal(
                ErrorCode.THROTTLING, "Too many large " + what + " are on their way; wait a moment and try again");
    }

    @Override
    public void close() {
        worked();
        budgets.arriving().giveBack(arriving);
        budgets.replies().giveBack(reply);
    }
}
