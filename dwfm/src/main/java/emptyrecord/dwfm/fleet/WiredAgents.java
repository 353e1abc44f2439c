package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;

/** A host's two ways to its droplets: directly, or through the gateway before them. The wiring says which. */
public record WiredAgents(Agents direct, Agents throughGateway, Wirings wirings) implements Agents {

    @Override
    public CheckResult ask(Assignment work, LeaseRecord row) {
        return wirings.current().throughGateway() ? throughGateway.ask(work, row) : direct.ask(work, row);
    }

    @Override
    public void close() {
        direct.close();
        throughGateway.close();
    }
}
