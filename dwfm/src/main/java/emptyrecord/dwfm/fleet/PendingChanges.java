package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.host.ChangeListener;
import emptyrecord.dwfm.core.lease.DropletId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Callers that wait for a host's changes. A caller that has given up is removed before the result comes. */
public final class PendingChanges implements ChangeListener {

    private final Map<String, CompletableFuture<Boolean>> launches = new ConcurrentHashMap<>();
    private final Follower follower;
    private final Executor executor;

    /** Who follows a host's orders and leases without waiting for one of them. */
    public interface Follower {

        /** @param order that was carried out */
        void carriedOut(String order);

        /** @param launch of which nothing is on its droplet */
        void undone(String launch);

        /** The droplet's lease was made or prolonged. Called with the host's lock held; it must be quick. */
        void leased(DropletId droplet);
    }

    /** @param executor that tells of orders and launches: the host's lock is held when the news comes */
    public PendingChanges(Follower follower, Executor executor) {
        this.follower = follower;
        this.executor = executor;
    }

    /** For one who follows the orders only. */
    public PendingChanges(Consumer<String> whenCarriedOut, Executor executor) {
        this(new OrdersOnly(whenCarriedOut), executor);
    }

    private record OrdersOnly(Consumer<String> whenCarriedOut) implements Follower {
        @Override
        public void carriedOut(String order) {
            whenCarriedOut.accept(order);
        }

        @Override
        public void undone(String launch) {}

        @Override
        public void leased(DropletId droplet) {}
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
        executor.execute(() -> follower.carriedOut(order));
    }

    @Override
    public void undone(String launch) {
        executor.execute(() -> follower.undone(launch));
    }

    @Override
    public void leased(DropletId droplet) {
        follower.leased(droplet);
    }
}
