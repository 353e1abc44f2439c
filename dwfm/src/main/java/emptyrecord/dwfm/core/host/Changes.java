package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.core.queue.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Launches and orders on the host's droplets (dynamics B6). A launch is tried once. An order is an accepted termination,
 * stop or reboot, from the API or from inside the instance. It is never given up: it is parked while its droplet has no
 * lease. Parked ones are queued again only while the queue is short; unpaced, they would be a second retry storm.
 *
 * <p>A launch that came too late, or that nobody waits for any more, may have left its instance on the droplet. The host
 * then orders its end, which waits for the lease like every order.
 */
final class Changes {

    /** Time between two checks of parked orders (our choice). */
    private static final Duration LOOK = Duration.ofSeconds(30);

    /** How much longer than the deadline a caller waits (our choice). */
    static final Duration GRACE = Duration.ofSeconds(12);

    private static final CheckResult UNTRIED = new CheckResult.Refused("dropped untried");

    private final Host host;

    /** Open orders by name, oldest first. */
    private final Map<String, Order> orders = new LinkedHashMap<>();

    /**
     * @param work number of its change in the queue; 0 while parked
     * @param undoes the launch whose instance it ends; empty for an order of the listener's
     */
    private record Order(Droplet droplet, DropletChange what, long work, Optional<String> undoes) {

        Order queuedAs(long number) {
            return new Order(droplet, what, number, undoes);
        }
    }

    Changes(Host host) {
        this.host = host;
    }

    void start(Instant now) {
        host.agenda.at(now.plus(LOOK), this::look);
    }

    /** False if the host is away, its queue refuses, or an earlier order still waits to change the same instance here. */
    boolean launch(Droplet droplet, DropletChange launch, Instant now) {
        if (host.away(now) || host.full() || waits(droplet, launch.instance())) {
            return false;
        }
        queue(droplet, launch, now);
        return true;
    }

    private boolean waits(Droplet droplet, String instance) {
        return orders.values().stream()
                .anyMatch(o -> o.droplet() == droplet && o.what().instance().equals(instance));
    }

    void order(Droplet droplet, DropletChange order, Instant now) {
        accept(new Order(droplet, order, 0, Optional.empty()), now);
    }

    /** Ends what a launch has put on the droplet, or may have. */
    void undo(Droplet droplet, DropletChange launch, Instant now) {
        DropletChange end = new DropletChange("undo " + launch.name(), launch.instance(), DropletChange.Kind.END);
        accept(new Order(droplet, end, 0, Optional.of(launch.name())), now);
    }

    private void accept(Order order, Instant now) {
        if (orders.putIfAbsent(order.what().name(), order) == null
                && order.droplet().holds(now)) {
            work(order, now);
        }
    }

    private void work(Order order, Instant now) {
        if (host.away(now) || host.full()) {
            return;
        }
        long number = queue(order.droplet(), order.what(), now);
        orders.put(order.what().name(), order.queuedAs(number));
        Instant givenUp = now.plus(host.parameters().deadline()).plus(GRACE);
        host.agenda.at(givenUp, due -> park(order.what().name(), number));
    }

    private long queue(Droplet droplet, DropletChange what, Instant now) {
        long number = host.nextNumber();
        host.enqueue(new Work.Change(droplet.id, now, now.plus(host.parameters().deadline()), what, number));
        return number;
    }

    private void park(String name, long number) {
        orders.computeIfPresent(name, (n, o) -> o.work() == number ? o.queuedAs(0) : o);
    }

    private void look(Instant now) {
        host.agenda.at(now.plus(LOOK), this::look);
        for (Order each : List.copyOf(orders.values())) {
            if (host.queue.size() > 0.3 * host.parameters().checksWithinDeadline()) {
                return;
            }
            if (each.work() == 0 && each.droplet().holds(now)) {
                work(each, now);
            }
        }
    }

    /** @param good done in time, on a droplet with a held lease */
    void finished(Work.Change change, boolean good, CheckResult result, Instant now) {
        host.tally.add(good ? Counted.CHANGES_SUCCEEDED : Counted.CHANGES_FAILED);
        if (launches(change)) {
            launchFinished(change, good, result, now);
        } else if (!good) {
            park(change.what().name(), change.number());
        } else {
            carriedOut(change.what().name());
        }
    }

    /** A worker dropped it untried. */
    void dropped(Work.Change change, Instant now) {
        finished(change, false, UNTRIED, now);
    }

    /** The host was restarted before a worker had it. An order is parked in time. */
    void droppedByRestart(Work work) {
        if (work instanceof Work.Change change && launches(change)) {
            var unused = host.setup.listener().launchFinished(change.what().name(), false);
            host.setup.listener().undone(change.what().name());
        }
    }

    /** The host was restarted while a worker had it. An order is parked in time. */
    void discarded(Work work, CheckResult result, Instant now) {
        if (work instanceof Work.Change change && launches(change)) {
            launchFinished(change, false, result, now);
        }
    }

    private void launchFinished(Work.Change launch, boolean good, CheckResult result, Instant now) {
        boolean wanted = host.setup.listener().launchFinished(launch.what().name(), good) && good;
        if (wanted) {
            return;
        }
        if (mayHaveHappened(result)) {
            undo(host.droplets[launch.droplet().slot()], launch.what(), now);
        } else {
            host.setup.listener().undone(launch.what().name());
        }
    }

    /** A droplet that gave no answer may still have done it. */
    private static boolean mayHaveHappened(CheckResult result) {
        return result instanceof CheckResult.Confirmed || result instanceof CheckResult.Unreachable;
    }

    private void carriedOut(String name) {
        Order order = orders.remove(name);
        if (order != null) {
            order.undoes()
                    .ifPresentOrElse(
                            host.setup.listener()::undone,
                            () -> host.setup.listener().carriedOut(name));
        }
    }

    private static boolean launches(Work.Change change) {
        return change.what().kind() == DropletChange.Kind.START;
    }

    int parked() {
        return (int) orders.values().stream().filter(order -> order.work() == 0).count();
    }
}
