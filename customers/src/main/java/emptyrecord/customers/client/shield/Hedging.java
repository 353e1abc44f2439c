package emptyrecord.customers.client.shield;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hedged requests (F41): if the first call has no answer after a while, a second one is made over another connection, as
 * the first one's is busy; the first answer counts and the other call is interrupted. A call that fails is not hedged,
 * its retries have been made. Both fail: the last failure counts.
 */
final class Hedging implements Guarding {

    private final Duration after;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param after real time */
    Hedging(Duration after) {
        this.after = after;
    }

    @Override
    public Value call(What what, Callable<String> call) throws Exception {
        CompletionService<String> calls = new ExecutorCompletionService<>(threads);
        Future<String> first = calls.submit(call);
        @Nullable Future<String> done = calls.poll(after.toNanos(), TimeUnit.NANOSECONDS);
        if (done != null) {
            return value(done);
        }
        Future<String> second = calls.submit(call);
        try {
            done = calls.take();
            return done.state() == Future.State.SUCCESS ? value(done) : value(calls.take());
        } finally {
            first.cancel(true);
            second.cancel(true);
        }
    }

    private static Value value(Future<String> done) throws Exception {
        try {
            return Value.fresh(done.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
