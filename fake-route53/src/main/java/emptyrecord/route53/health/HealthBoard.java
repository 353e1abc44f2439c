package emptyrecord.route53.health;

import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.health.Children;
import emptyrecord.route53.core.health.Endpoint;
import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.core.health.Opinion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the checkers think, and the status that follows for every health check. A status changes by one reference, which
 * DNS reads for each query; so it takes effect at once and makes no new version of a zone. After a restart every
 * health check is as a new one.
 */
public final class HealthBoard {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Watched> watched = new HashMap<>();
    private final List<BiConsumer<String, Boolean>> listeners = new ArrayList<>();
    private volatile Map<String, Boolean> statuses = Map.of();

    /** The same object until a status changes: answers are made once for each. */
    private volatile Health view = Health.ALL_HEALTHY;

    private @Nullable Crew crew;

    private record Watched(HealthCheck check, List<Checker> checkers) {

        Opinion[] opinions() {
            return checkers.stream().map(Checker::opinion).toArray(Opinion[]::new);
        }
    }

    /** Makes checkers and sends them out. */
    interface Crew {

        Checker hire(HealthCheck check, Endpoint endpoint, String region);

        void send(Checker checker);

        void dismiss(Checker checker);
    }

    /** @param listener called with the id and the new status after DNS answers by it, one call at a time */
    public void onChange(BiConsumer<String, Boolean> listener) {
        listeners.add(listener);
    }

    /** Begins to probe; listeners must be there. */
    void begin(Crew with) {
        locked(() -> {
            crew = with;
            List.copyOf(watched.values()).forEach(old -> put(old.check()));
            return true;
        });
    }

    /** A new health check, or a new version of one. */
    void put(HealthCheck check) {
        locked(() -> {
            Watched before = watched.get(check.id());
            List<Checker> known = before == null ? List.of() : before.checkers();
            List<Checker> next = checkers(check, known);
            dismiss(known.stream().filter(checker -> !next.contains(checker)).toList());
            watched.put(check.id(), new Watched(check, next));
            return publish();
        });
    }

    private List<Checker> checkers(HealthCheck check, List<Checker> known) {
        Crew with = crew;
        Endpoint endpoint = check.config().endpoint().orElse(null);
        if (with == null || endpoint == null) {
            return List.of();
        }
        List<Checker> checkers = new ArrayList<>();
        for (String region : endpoint.pace().checkers()) {
            Optional<Checker> same =
                    known.stream().filter(c -> c.region().equals(region)).findFirst();
            Checker checker = same.orElseGet(() -> with.hire(check, endpoint, region));
            checkers.add(checker);
            if (same.isEmpty()) {
                with.send(checker);
            }
        }
        return checkers;
    }

    void remove(String id) {
        locked(() -> {
            Watched gone = watched.remove(id);
            dismiss(gone == null ? List.of() : gone.checkers());
            return publish();
        });
    }

    private void dismiss(List<Checker> checkers) {
        Crew with = crew;
        if (with != null) {
            checkers.forEach(with::dismiss);
        }
    }

    /** The health check of a checker that is still at work. */
    Optional<HealthCheck> checkOf(Checker checker) {
        return locked(() -> Optional.ofNullable(watched.get(checker.checkId()))
                .filter(w -> w.checkers().contains(checker))
                .map(Watched::check));
    }

    /** @param at wall time */
    void found(Checker checker, ProbeResult result, Instant at) {
        locked(() -> {
            Watched of = watched.get(checker.checkId());
            if (of == null || !of.checkers().contains(checker)) {
                return false;
            }
            boolean before = checker.opinion().healthy();
            int threshold = of.check().config().endpoint().orElseThrow().pace().failureThreshold();
            checker.found(result, at, threshold);
            return before != checker.opinion().healthy() && publish();
        });
    }

    /** The statuses of this moment. */
    public Health view() {
        return view;
    }

    /** How many health checks have this status. */
    public long count(boolean healthy) {
        return statuses.values().stream().filter(status -> status == healthy).count();
    }

    /** The last report of each checker, in the order of the regions. */
    public List<Observation> reports(String id) {
        return observations(id, Checker::last);
    }

    /** The last failure of each checker that had one. */
    public List<Observation> failures(String id) {
        return observations(id, Checker::failure);
    }

    private List<Observation> observations(String id, Function<Checker, Optional<Observation>> which) {
        return locked(() -> Optional.ofNullable(watched.get(id)).stream()
                .flatMap(w -> w.checkers().stream())
                .flatMap(checker -> which.apply(checker).stream())
                .toList());
    }

    /** Works out every status; tells what changed. The statuses of new and of deleted health checks are no change. */
    private boolean publish() {
        Map<String, Boolean> before = statuses;
        Map<String, Boolean> next = new HashMap<>();
        watched.forEach((id, w) -> w.check()
                .config()
                .endpoint()
                .ifPresent(endpoint -> next.put(id, w.check().config().status(found(w)))));
        watched.forEach((id, w) -> w.check()
                .config()
                .children()
                .ifPresent(children -> next.put(id, w.check().config().status(areEnough(children, next)))));
        Map<String, Boolean> now = Map.copyOf(next);
        statuses = now;
        if (!now.equals(before)) {
            view = now.isEmpty() ? Health.ALL_HEALTHY : id -> now.getOrDefault(id, true);
        }
        next.forEach((id, status) -> {
            if (!before.getOrDefault(id, status).equals(status)) {
                listeners.forEach(listener -> listener.accept(id, status));
            }
        });
        return true;
    }

    private static boolean found(Watched w) {
        return w.checkers().isEmpty() || Opinion.isHealthy(List.of(w.opinions()));
    }

    private static boolean areEnough(Children children, Map<String, Boolean> statuses) {
        Stream<String> healthy = children.ids().stream().filter(id -> statuses.getOrDefault(id, true));
        return children.areEnough(healthy.count());
    }

    private interface Work<T> {
        T get();
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
