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
 * TerminateInstances, StopInstances, RebootInstances, and the same from inside an instance: an {@link Order} is journaled,
 * accepted, and carried out when the droplet has a lease. During the event that is hours later; then all of it reaches the
 * Network Manager at once (F13).
 */
public final class Orders {

    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final Fleet fleet;
    private final InstanceStore store;
    private final Outbox outbox;
    private final FrontEnd frontEnd;
    private final boolean limited;
    private final InstantSource clock;

    /** Carried out but not recorded: at most one for each order of an instance. */
    private final Queue<String> unnoted = new ConcurrentLinkedQueue<>();

    /** @param limited whether orders draw from EC2's request limit */
    public Orders(
            Fleet fleet, InstanceStore store, Outbox outbox, FrontEnd frontEnd, boolean limited, InstantSource clock) {
        this.fleet = fleet;
        this.store = store;
        this.outbox = outbox;
        this.frontEnd = frontEnd;
        this.limited = limited;
        this.clock = clock;
    }

    /** Hands orders that an earlier process had accepted to the hosts again. */
    public void start() {
        store.all().stream().filter(i -> i.life().order() != Order.NONE).forEach(this::handOver);
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
            frontEnd.prerequisites().check();
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
     * the change when the droplet's lease lets it.
     *
     * @throws Ec2Exception if there is no such instance, or no operating system runs in it
     */
    public Changed orderFromInside(String id, boolean reboot) {
        Changed accepted = store.changeAll(List.of(id), i -> {
                    if (i.state() != Instance.State.RUNNING) {
                        throw Ec2Exception.wrongState("Nothing runs inside '" + id + "': it is "
                                + i.state().word() + ".");
                    }
                    return fromInside(i, reboot).orderedBy(Cause.GUEST, i, clock.instant());
                })
                .getFirst();
        follow(accepted.after().life().order(), accepted);
        return accepted;
    }

    private static Order fromInside(Instance i, boolean reboot) {
        Order end = i.kind().endsOnShutdown() ? Order.TERMINATE : Order.STOP;
        return reboot ? Order.REBOOT : end;
    }

    private void follow(Order order, Changed accepted) {
        ApiOutcome.accepted(order).ifPresent(frontEnd.tally()::add);
        if (!accepted.hasChanged()) {
            return;
        }
        if (accepted.after().life().order() == Order.NONE) {
            ApiOutcome.executed(order).ifPresent(frontEnd.tally()::add);
        } else {
            handOver(accepted.after());
        }
    }

    private void handOver(Instance instance) {
        fleet.order(instance.droplet(), Order.Subject.of(instance).onDroplet());
    }

    /** A host has carried an order out. If it cannot be recorded now, it waits for {@link #noteAgain}. */
    public void carriedOut(String subject) {
        try {
            note(subject);
        } catch (RuntimeException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("order", subject)
                    .log("an order was carried out but could not be noted, trying again");
            unnoted.add(subject);
        }
    }

    /** Records the orders that a full disk rejected, until one fails again. */
    public synchronized void noteAgain() {
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
        Optional<Changed> noted = store.change(
                subject.id(), i -> subject.isOf(i) ? subject.order().carriedOut(i, clock.instant()) : i);
        noted.filter(Changed::hasChanged).ifPresent(change -> {
            ApiOutcome.executed(subject.order()).ifPresent(frontEnd.tally()::add);
            if (!change.after().state().placed()) {
                outbox.moved(change.after());
            }
        });
    }
}
