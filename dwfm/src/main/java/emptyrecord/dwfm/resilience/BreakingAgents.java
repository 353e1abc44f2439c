package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.fleet.Agents;

/**
 * A host's droplets behind {@code dwfm.droplet-breaker}: one breaker for all of them, because they share one connection. While it
 * is open a handshake fails at once; the claim in the table has been written by then.
 */
record BreakingAgents(Agents agents, GuardedBreaker breaker) implements Agents {

    private static final CheckResult OPEN = new CheckResult.NotTried("dwfm.droplet-breaker is open");

    @Override
    public CheckResult ask(Assignment work, LeaseRecord row) {
        return breaker.call(() -> agents.ask(work, row), BreakingAgents::answered, OPEN);
    }

    private static boolean answered(CheckResult result) {
        return result instanceof CheckResult.Confirmed || result instanceof CheckResult.Refused;
    }

    @Override
    public void close() {
        agents.close();
    }
}
