package emptyrecord.dwfm.web;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Long answers are built and sent a few at a time, since each takes megabytes until it is sent. Short ones, and so all launches
 * and terminations, need no turn.
 */
final class AnswerTurns {
    /** Instances in an answer that needs no turn: tens of kilobytes (our choice). */
    static final int SHORT = 50;

    private final Semaphore turns;
    private final Duration patience;

    /** Holds the turn until the answer is sent. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param atOnce long answers at a time
     * @param patience real time to wait for a turn
     */
    AnswerTurns(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** @throws Ec2Exception with RequestLimitExceeded if no turn comes in time */
    Turn take(int instances) {
        if (instances <= SHORT) {
            return () -> {};
        }
        try {
            if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return turns::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Ec2Exception(
                Ec2Error.REQUEST_LIMIT_EXCEEDED,
                "Request limit exceeded: too many long answers are being sent; try again, or ask with MaxResults.");
    }
}
