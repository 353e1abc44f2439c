package emptyrecord.customers.fleet;

import emptyrecord.customers.client.ClientProcess;
import emptyrecord.customers.client.Host;
import emptyrecord.customers.core.account.ActionEnd;
import emptyrecord.customers.core.account.ClientLedger;
import emptyrecord.customers.core.account.ClientStanding;
import emptyrecord.customers.core.account.Reason;
import emptyrecord.customers.core.stack.Api;
import emptyrecord.customers.core.stack.Stack;
import java.time.InstantSource;
import java.util.List;

/**
 * One client: a host, the process that runs on it now, and what its users got. Users begin actions whether or not earlier
 * ones have ended; an action beyond the bound on those under way is refused.
 */
final class Client {

    /** Items of a client. */
    private static final int KEYS = 4;

    private final Host host;
    private final InstantSource clock;
    private final int inFlightMax;
    private final List<Api> apis;
    private final ClientLedger ledger;
    private Running running;
    private long actions;

    /** @param clock incident time */
    Client(Stack stack, Host host, InstantSource clock, int inFlightMax) {
        this.host = host;
        this.clock = clock;
        this.inFlightMax = inFlightMax;
        this.apis = stack.target().apis();
        this.ledger = new ClientLedger(apis, stack.slo().patience());
        this.running = new Running(host.newProcess());
    }

    /** A process and its actions under way. */
    private static final class Running {

        final ClientProcess process;
        int inFlight;

        Running(ClientProcess process) {
            this.process = process;
        }
    }

    private record Action(long id, Api api, int key, Running in, boolean refused) {}

    /** Makes the next action and returns when it has ended. */
    void act() {
        Action action = begin();
        if (action.refused()) {
            return;
        }
        ActionEnd end = action.in().process.act(action.api(), action.key());
        synchronized (this) {
            action.in().inFlight--;
            ledger.end(action.id(), end, clock.instant());
        }
    }

    private synchronized Action begin() {
        Api api = apis.get((int) (actions % apis.size()));
        int key = (int) (actions / apis.size() % KEYS);
        actions++;
        long id = ledger.begin(api, clock.instant());
        boolean refused = running.inFlight >= inFlightMax;
        if (refused) {
            ledger.end(id, ActionEnd.failed(0, 0, Reason.TOO_MANY_IN_FLIGHT), clock.instant());
        } else {
            running.inFlight++;
        }
        return new Action(id, api, key, running, refused);
    }

    /** A new process takes over; the old one is given back, so that its actions may end before it is closed. */
    synchronized ClientProcess restart() {
        ClientProcess old = running.process;
        running = new Running(host.newProcess());
        ledger.restarted(clock.instant());
        return old;
    }

    synchronized ClientStanding standing() {
        return ledger.standing(clock.instant());
    }

    synchronized void close() {
        running.process.close();
    }
}
