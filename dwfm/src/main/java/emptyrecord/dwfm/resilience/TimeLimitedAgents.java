package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.fleet.Agents;
import emptyrecord.kit.switchboard.Guard;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Handshakes behind {@code dwfm.time-limiter}: resilience4j's TimeLimiter waits for the call, which runs in a virtual thread of
 * its own, and interrupts it when the time is over; that cancels the call at the droplet too. The limit is real time, converted
 * once, since a process never changes its speed.
 */
final class TimeLimitedAgents implements Agents {

    private final Agents agents;
    private final Guard guard;
    private final TimeLimiter limiter;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    TimeLimitedAgents(Agents agents, Guard guard, TimeLimiter limiter) {
        this.agents = agents;
        this.guard = guard;
        this.limiter = limiter;
    }

    @Override
    public CheckResult ask(Assignment work, LeaseRecord row) {
        return guard.on() ? limited(work, row) : agents.ask(work, row);
    }

    private CheckResult limited(Assignment work, LeaseRecord row) {
        Supplier<Future<CheckResult>> call = () -> calls.submit(() -> agents.ask(work, row));
        try {
            return limiter.executeFutureSupplier(call);
        } catch (TimeoutException e) {
            guard.acted();
            return new CheckResult.Unreachable(row.droplet() + " did not answer within dwfm.time-limiter's limit");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CheckResult.Unreachable(row.droplet() + " was not waited for");
        } catch (RejectedExecutionException e) {
            return new CheckResult.NotTried("the host closes");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
        agents.close();
    }
}
