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
    private final Consumer<String> whenCarriedOut;
    private final Executor executor;

    /**
     * @param whenCarriedOut receives the name of every order that was carried out
     * @param executor that runs the callback: the host's lock is held when the result comes
     */
    public PendingChanges(Consumer<String> whenCarriedOut, Executor executor) {
        this.whenCarriedOut = whenCarriedOut;
        this.executor = executor;
    }

    CompletableFuture<Boolean> expect(String launch) {
        return launches.computeIfAbsent(launch, name -> new CompletableFuture<>());
    }

    /** @return false if the result has come already */
    boolean forget(String launch) {
        return launches.remove(launch) != null;
    }

    @Override
    public boolean launchFinished(String launch, boolean good) {
        CompletableFuture<Boolean> waiting = launches.remove(launch);
        return waiting != null && waiting.complete(good);
    }

    @Override
    public void carriedOut(String order) {
        executor.execute(() -> whenCarriedOut.accept(order));
    }
}
