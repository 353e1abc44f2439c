package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.instances.Instance.Cause;
import emptyrecord.dwfm.instances.Instance.Life;
import emptyrecord.dwfm.instances.Instance.State;
import java.time.Instant;
import java.util.Locale;

/**
 * A change that is accepted at once and carried out when the instance's droplet has a lease. AWS's summary of the event says
 * what the lease is for: what the API asks, and what begins inside an instance, as a shutdown or a reboot by its operating
 * system, become the right state changes in EC2 (F50).
 *
 * <p>Which states accept it, and what it does, are EC2's API reference, "StopInstances", "RebootInstances" and
 * "TerminateInstances", and the user guide's "Instance lifecycle". The newest order counts: a termination replaces a stop,
 * a stop replaces a reboot.
 */
public enum Order {
    NONE(State.RUNNING),
    REBOOT(State.RUNNING),
    STOP(State.STOPPING),
    TERMINATE(State.SHUTTING_DOWN);

    private final State waiting;

    Order(State waiting) {
        this.waiting = waiting;
    }

    /**
     * The instance once a caller has ordered this; unchanged if there is nothing to do.
     *
     * @throws Ec2Exception with IncorrectInstanceState, or OperationNotPermitted for an instance that is protected from
     *     callers of the API
     */
    Instance orderedBy(Cause cause, Instance i, Instant now) {
        return switch (this) {
            case NONE -> i;
            case REBOOT -> reboot(cause, i);
            case STOP -> stop(cause, i);
            case TERMINATE -> terminate(cause, i, now);
        };
    }

    /** "Requests to reboot terminated instances are ignored." */
    private Instance reboot(Cause cause, Instance i) {
        if (i.state() == State.STOPPING || i.state() == State.STOPPED) {
            throw Ec2Exception.wrongState("This instance '" + i.id() + "' is not in the 'running' state.");
        }
        boolean free = i.state() == State.RUNNING && i.life().order() == NONE;
        return free ? accepted(cause, i) : i;
    }

    private Instance stop(Cause cause, Instance i) {
        if (cause == Cause.USER && i.state() == State.RUNNING) {
            i.kind().options().refuseStop(i.id());
        }
        return switch (i.state()) {
            case RUNNING -> accepted(cause, i);
            case STOPPING, STOPPED -> i;
            case SHUTTING_DOWN, TERMINATED ->
                throw Ec2Exception.wrongState(
                        "This instance '" + i.id() + "' is not in a state from which it can be stopped.");
        };
    }

    /** A stopped instance is on no droplet, so it waits for none. */
    private Instance terminate(Cause cause, Instance i, Instant now) {
        boolean lives = i.state() == State.RUNNING || i.state() == State.STOPPING || i.state() == State.STOPPED;
        if (cause == Cause.USER && lives) {
            i.kind().options().refuseTermination(i.id());
        }
        return switch (i.state()) {
            case RUNNING, STOPPING -> accepted(cause, i);
            case STOPPED ->
                i.with(State.TERMINATED, i.life().ordered(NONE, cause).ended(now));
            case SHUTTING_DOWN, TERMINATED -> i;
        };
    }

    /** EC2 shows a change that began inside an instance when the lease lets it see it, and not before. */
    private Instance accepted(Cause cause, Instance i) {
        Life life = i.life().ordered(this, this == REBOOT ? i.life().cause() : cause);
        return i.with(cause == Cause.GUEST ? i.state() : waiting, life);
    }

    /** The instance once its droplet has carried this out. */
    Instance carriedOut(Instance i, Instant now) {
        return switch (this) {
            case NONE -> i;
            case REBOOT -> i.with(i.state(), i.life().ordered(NONE, i.life().cause()));
            case STOP -> i.with(State.STOPPED, i.life().ordered(NONE, i.life().cause()));
            case TERMINATE -> i.with(State.TERMINATED, i.life().ended(now));
        };
    }

    /** An order as the droplet's host knows it: {@code stop i-0123456789abcdef0 1}. */
    record Subject(Order order, String id, int placement) {

        static Subject of(Instance i) {
            return new Subject(i.life().order(), i.id(), i.life().placement());
        }

        /** @throws IllegalArgumentException if it is no subject */
        static Subject parse(String text) {
            String[] words = text.split(" ", -1);
            if (words.length != 3) {
                throw new IllegalArgumentException("'" + text + "' is no order");
            }
            return new Subject(Order.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], Integer.parseInt(words[2]));
        }

        /** Whether the instance still waits for this order, on the droplet it was given for. */
        boolean isOf(Instance i) {
            return i.life().order() == order && i.life().placement() == placement;
        }

        /** What the droplet has to do: to it a stop and a termination are the same. */
        DropletChange onDroplet() {
            DropletChange.Kind kind = order == REBOOT ? DropletChange.Kind.REBOOT : DropletChange.Kind.END;
            return new DropletChange(toString(), id, kind);
        }

        @Override
        public String toString() {
            return order.name().toLowerCase(Locale.ROOT) + " " + id + " " + placement;
        }
    }
}
