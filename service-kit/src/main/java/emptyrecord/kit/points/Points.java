package emptyrecord.kit.points;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The named points of a service: places in its work at which a conductor can hold it before an audience. While nothing
 * is held, passing one costs a read of a flag. A hold is a lease on the wall clock: unless the conductor renews it, it
 * ends by itself, so a conductor that died never freezes a region.
 */
public final class Points {

    /** Length of a hold by default; real time, our choice. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    public static final Duration LEASE_MAX = Duration.ofHours(1);

    private final InstantSource wall;
    private final PointListener listener;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition changed = mutex.newCondition();
    private final Map<String, Waypoint> points = new LinkedHashMap<>();
    private volatile boolean anyHeld;
    private long cuts;

    /** @param wall real time, by which leases run out */
    public Points(InstantSource wall, PointListener listener) {
        this.wall = wall;
        this.listener = listener;
    }

    /** Declares a point; points are listed in the order of declaration. */
    public void declare(String name, String meaning) {
        mutex.lock();
        try {
            points.putIfAbsent(name, new Waypoint(name, meaning));
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Called by the service during its work. Returns at once unless the point is held for this target; then it returns
     * when it is released, let go, or its lease has run out.
     *
     * @param target what the service is at, for example an endpoint's name; {@code *} for nothing in particular
     * @param ids what a conductor will want to know, for example which plan
     */
    public void pass(String name, String target, Map<String, ?> ids) {
        if (!anyHeld) {
            return;
        }
        mutex.lock();
        try {
            Waypoint point = known(name);
            if (isHeld(point, target)) {
                stand(point, new Standing(target, wall.instant(), Map.copyOf(ids)));
            }
        } finally {
            mutex.unlock();
        }
    }

    private void stand(Waypoint point, Standing standing) {
        point.reached(standing);
        listener.reached(point.name(), standing);
        long steps = point.steps();
        long before = cuts;
        try {
            while (isHeld(point, standing.target()) && point.steps() == steps && cuts == before) {
                Duration left = Duration.between(wall.instant(), point.until());
                changed.awaitNanos(Math.max(1, Math.min(left.toNanos(), TimeUnit.SECONDS.toNanos(1))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            point.left();
        }
    }

    /** Also notices a lease that has run out. */
    private boolean isHeld(Waypoint point, String target) {
        Optional<Hold> hold = point.hold();
        if (hold.isPresent() && !hold.get().until().isAfter(wall.instant())) {
            point.letGo();
            listener.expired(point.name());
            noteHolds();
            return false;
        }
        return hold.filter(h -> h.isFor(target)).isPresent();
    }

    /**
     * Holds each arrival at the point, or renews the lease of a hold.
     *
     * @param target only this one; empty for all
     * @throws UnknownPointException if there is no such point
     * @throws IllegalArgumentException if the lease is not between a second and {@link #LEASE_MAX}
     */
    public void hold(String name, Optional<String> target, Duration lease) {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(LEASE_MAX) > 0) {
            throw new IllegalArgumentException("a hold lasts 1 to " + LEASE_MAX.toSeconds() + " seconds, not "
                    + lease.toSeconds() + "; leave leaseSeconds out for " + LEASE.toSeconds());
        }
        mutex.lock();
        try {
            Hold wanted = new Hold(target, wall.instant().plus(lease));
            boolean renewed = known(name).held(wanted);
            noteHolds();
            changed.signalAll();
            if (!renewed) {
                listener.held(name, target.orElse("*"));
            }
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Releases the step that is held at the point; the next one is held again.
     *
     * @throws IllegalStateException if nothing is held there
     */
    public void release(String name) {
        mutex.lock();
        try {
            Waypoint point = known(name);
            if (point.standing().isEmpty()) {
                throw new IllegalStateException("nothing stands at " + name
                        + (point.hold().isPresent()
                                ? " yet; wait until GET /points shows it"
                                : ", and it is not held"));
            }
            point.step();
            changed.signalAll();
            listener.released(name);
        } finally {
            mutex.unlock();
        }
    }

    /** Ends one hold. */
    public void letGo(String name) {
        mutex.lock();
        try {
            letGo(known(name));
        } finally {
            mutex.unlock();
        }
    }

    /** Ends every hold. */
    public void letAllGo() {
        mutex.lock();
        try {
            points.values().forEach(this::letGo);
        } finally {
            mutex.unlock();
        }
    }

    private void letGo(Waypoint point) {
        if (point.hold().isPresent()) {
            point.letGo();
            noteHolds();
            changed.signalAll();
            listener.letGo(point.name());
        }
    }

    /** Releases everything held at a point and keeps the holds: for a service that is frozen or stopped. */
    public void cutShort() {
        mutex.lock();
        try {
            cuts++;
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** Every point as it is now, in the order of declaration. */
    public List<PointState> all() {
        mutex.lock();
        try {
            List<PointState> states = new ArrayList<>();
            for (Waypoint point : points.values()) {
                if (point.standing().isEmpty()) {
                    isHeld(point, "*");
                }
                states.add(point.state());
            }
            return states;
        } finally {
            mutex.unlock();
        }
    }

    private void noteHolds() {
        anyHeld = points.values().stream().anyMatch(p -> p.hold().isPresent());
    }

    private Waypoint known(String name) {
        Waypoint point = points.get(name);
        if (point == null) {
            throw new UnknownPointException(
                    "This service has no point '" + name + "'; it has " + List.copyOf(points.keySet()));
        }
        return point;
    }
}
