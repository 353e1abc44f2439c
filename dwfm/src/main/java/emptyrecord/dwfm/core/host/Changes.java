package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.queue.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Launches and orders on the host's droplets (dynamics B6). A launch is tried once. An order is an accepted termination,
 * stop or reboot, from the API or from inside the instance. It is never given up: it is parked while its droplet has no
 * lease. Parked ones are queued again only while the queue is short; unpaced, they would be a second retry storm.
 */
final class Changes {

    /** Time between two checks of parked orders (our choice). */
    private static final Duration LOOK = Duration.ofSeconds(30);

    /** How much longer than the deadline a caller waits (our choice). */
    static final Duration GRACE = Duration.ofSeconds(12);

    private final Host host;

    /** Open orders, oldest first. */
    private final Map<String, Order> orders = new LinkedHashMap<>();

    /** @param work number of its change in the queue; 0 while parked */
    private record Order(Droplet droplet, long work) {}

    Changes(Host host) {
        this.host = host;
    }

    void start(Instant now) {
        host.agenda.at(now.plus(LOOK), this::look);
    }

    boolean launch(Droplet droplet, String subject, Instant now) {
        if (host.away(now) || host.full()) {
            return false;
        }
        queue(droplet, Work.Change.Kind.LAUNCH, subject, now);
        return true;
    }

    void order(Droplet droplet, String subject, Instant now) {
        if (orders.putIfAbsent(subject, new Order(droplet, 0)) == null && droplet.holds(now)) {
            work(subject, droplet, now);
        }
    }

    private void work(String subject, Droplet droplet, Instant now) {
        if (host.away(now) || host.full()) {
            return;
        }
        long number = queue(droplet, Work.Change.Kind.ORDER, subject, now);
        orders.put(subject, new Order(droplet, number));
        Instant givenUp = now.plus(host.parameters().deadline()).plus(GRACE);
        host.agenda.at(givenUp, due -> park(subject, number));
    }

    private long queue(Droplet droplet, Work.Change.Kind kind, String subject, Instant now) {
        long number = host.nextNumber();
        host.enqueue(new Work.Change(droplet.id, now, now.plus(host.parameters().deadline()), kind, subject, number));
        return number;
    }

    private void park(String subject, long number) {
        orders.computeIfPresent(subject, (s, t) -> t.work() == number ? new Order(t.droplet(), 0) : t);
    }

    private void look(Instant now) {
        host.agenda.at(now.plus(LOOK), this::look);
        if (orders.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Order> each : List.copyOf(orders.entrySet())) {
            if (host.queue.size() > 0.3 * host.parameters().checksWithinDeadline()) {
                return;
            }
            Droplet droplet = each.getValue().droplet();
            if (each.getValue().work() == 0 && droplet.holds(now)) {
                work(each.getKey(), droplet, now);
            }
        }
    }

    void finished(Work.Change change, boolean good) {
        host.tally.add(good ? Counted.CHANGES_SUCCEEDED : Counted.CHANGES_FAILED);
        switch (change.kind()) {
            case LAUNCH -> host.setup.listener().launchFinished(change.subject(), good);
            case ORDER -> orderFinished(change, good);
        }
    }

    private void orderFinished(Work.Change change, boolean good) {
        if (!good) {
            park(change.subject(), change.number());
        } else if (orders.remove(change.subject()) != null) {
            host.setup.listener().carriedOut(change.subject());
        }
    }

    int parked() {
        int parked = 0;
        for (Order order : orders.values()) {
            if (order.work() == 0) {
                parked++;
            }
        }
        return parked;
    }
}
