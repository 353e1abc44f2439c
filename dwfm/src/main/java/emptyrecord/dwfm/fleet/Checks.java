package emptyrecord.dwfm.fleet;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.core.lease.CheckHealth;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.kit.events.EventLog;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One host's calls to its droplets and the lease table, and whether they succeed. */
final class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final String host;
    private final DropletLink link;
    private final EventLog events;
    private final CheckHealth health = new CheckHealth();
    private volatile boolean closed;

    Checks(String host, DropletLink link, EventLog events) {
        this.host = host;
        this.link = link;
        this.events = events;
    }

    /** Makes the real call; a defect in it is a result too, and costs no worker. */
    CheckResult ask(Assignment work) {
        try {
            return link.perform(work);
        } catch (RuntimeException e) {
            if (!closed) {
                log.atError().setCause(e).addKeyValue("host", host).log("a check ended in a defect");
            }
            return new CheckResult.Unreachable(e.toString());
        }
    }

    /**
     * Takes a result into account; called under the host's lock.
     *
     * @return whether checks fail from now on; empty if that has not changed
     */
    Optional<Boolean> observe(CheckResult result) {
        return result instanceof CheckResult.NotTried ? Optional.empty() : health.observe(reached(result));
    }

    private static boolean reached(CheckResult result) {
        return switch (result) {
            case CheckResult.Confirmed c -> true;
            case CheckResult.Refused r -> true;
            case CheckResult.Unresolved u -> false;
            case CheckResult.Unreachable u -> false;
            case CheckResult.NotTried n -> false;
        };
    }

    /** @param result the one that changed it */
    void report(boolean failing, CheckResult result) {
        if (closed) {
            return;
        }
        if (failing) {
            events.record(EventKind.STATE_CHECKS_FAILING, Map.of(EventId.HOST, host, EventId.REASON, result.reason()));
        } else {
            events.record(EventKind.STATE_CHECKS_RECOVERED, Map.of(EventId.HOST, host));
        }
    }

    /** The service ends: a call that is interrupted now is not logged as a defect. */
    void close() {
        closed = true;
    }
}
