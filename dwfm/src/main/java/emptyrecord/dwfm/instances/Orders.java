package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.Instance.Cause;
import emptyrecord.dwfm.instances.InstanceStore.Changed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TerminateInstances, StopInstances, RebootInstances, and the same from inside an instance: an {@link Order} is part of
 * the instance's row in the table, accepted, and carried out when the droplet has a lease. During the event that is hours
 * later; then all of it reaches the Network Manager at once (F13).
 */
public final class Orders implements StoreWatcher {

    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final Fleet fleet;
    private final InstanceStore store;
    private final FrontEnd frontEnd;
    private final boolean limited;
    private final InstantSource clock;

    /** Carried out but not recorded: at most one for each order of an instance. */
    private final Queue<String> unnoted = new ConcurrentLinkedQueue<>();

    private final GuestOrders guests;

    /** @param limited whether orders draw from EC2's request limit */
    public Orders(Fleet fleet, InstanceStore store, FrontEnd frontEnd, boolean limited, InstantSource clock) {
        this.fleet = fleet;
        this.store = store;
        this.frontEnd = frontEnd;
        this.limited = limited;
        this.clock = clock;
        this.guests = new GuestOrders(store, clock);
        store.watch(this);
    }

    /** Hands orders that an earlier process had accepted to the hosts again. */
    public void start() {
        store.remembered().stream().filter(i -> i.life().order() != Order.NONE).forEach(this::ordered);
    }

    /**
     * A caller of the API orders this for all of them, or for none.
     *
     * @param ids each once
     * @throws Ec2Exception with InvalidInstanceID.NotFound, IncorrectInstanceState or another code of EC2's
     */
    public List<Changed> order(Order order, List<String> ids) {
        List<Changed> accepted;
        try {
            if (limited) {
                frontEnd.limit().admitOrders(ids.size());
            }
            accepted = store.changeAll(ids, i -> order.orderedBy(Cause.USER, i, clock.instant()));
        } catch (Ec2Exception e) {
            ApiOutcome.refused(order).ifPresent(frontEnd.tally()::add);
            throw e;
        }
        accepted.forEach(each -> follow(order, each));
        return accepted;
    }

    /**
     * The operating system inside an instance shuts down or reboots. It asks no front end, so nothing refuses it; EC2 sees
     * the change when the droplet's lease lets it. While the table cannot be written the order waits in memory.
     *
     * @throws Ec2Exception if there is no such instance, or no operating system runs in it
     */
    public Changed orderFromInside(String id, boolean reboot) {
        Changed accepted = guests.order(id, reboot);
        if (guests.waits(id)) {
            ordered(accepted.after());
        }
        follow(accepted.after().life().order(), accepted);
        return accepted;
    }

    private void follow(Order order, Changed accepted) {
        ApiOutcome.accepted(order).ifPresent(frontEnd.tally()::add);
        if (accepted.hasChanged() && accepted.after().life().order() == Order.NONE) {
            ApiOutcome.executed(order).ifPresent(frontEnd.tally()::add);
        }
    }

    /** Hands it to the droplet's host. */
    @Override
    public void ordered(Instance instance) {
        fleet.order(instance.droplet(), Order.Subject.of(instance).onDroplet());
    }

    /** A host has carried an order out. If it cannot be recorded now, it waits for {@link #noteAgain}. */
    public void carriedOut(String subject) {
        try {
            note(subject);
        } catch (RuntimeException e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("order", subject)
                    .log("an order was carried out but could not be noted, trying again");
            unnoted.add(subject);
        }
    }

    /** Records what the table did not take, until it takes one not again. */
    public synchronized void noteAgain() {
        if (!guests.noteAgain()) {
            return;
        }
        for (String subject = unnoted.peek(); subject != null; subject = unnoted.peek()) {
            try {
                note(subject);
            } catch (RuntimeException e) {
                log.atDebug().setCause(e).addKeyValue("order", subject).log("still not noted");
                return;
            }
            unnoted.remove(subject);
        }
    }

    /** An order that a newer one has replaced changes nothing any more. */
    private void note(String text) {
        Order.Subject subject = Order.Subject.parse(text);
        guests.refuseWhileWaiting(subject.id());
        Optional<Changed> noted = store.change(
                subject.id(), i -> subject.isOf(i) ? subject.order().carriedOut(i, clock.instant()) : i);
        noted.filter(Changed::hasChanged)
                .flatMap(change -> ApiOutcome.executed(subject.order()))
                .ifPresent(frontEnd.tally()::add);
    }
}
