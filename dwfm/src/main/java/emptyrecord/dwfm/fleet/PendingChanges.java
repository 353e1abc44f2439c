package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.host.ChangeListener;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Callers that wait for a host's changes. A caller that has given up is removed before the result comes. */
public final class PendingChanges implements ChangeListener {

    private final Map<String, CompletableFuture<Boolean>> launches = new ConcurrentHashMap<>();
    private final Consumer<String> whenTerminated;
    private final Executor executor;

    /**
     * @param whenTerminated receives the subject of every termination that was carried out
     * @param executor that runs the callback: the host's lock is held when the result comes
     */
    public PendingChanges(Consumer<String> whenTerminated, Executor executor) {
        this.whenTerminated = whenTerminated;
        this.executor = executor;
    }

    CompletableFuture<Boolean> expect(String subject) {
        return launches.computeIfAbsent(subject, s -> new CompletableFuture<>());
    }

    void forget(String subject) {
        launches.remove(subject);
    }

    @Override
    public void launchFinished(String subject, boolean good) {
        CompletableFuture<Boolean> waiting = launches.remove(subject);
        if (waiting != null) {
            waiting.complete(good);
        }
    }

    @Override
    public void terminated(String subject) {
        executor.execute(() -> whenTerminated.accept(subject));
    }
}
