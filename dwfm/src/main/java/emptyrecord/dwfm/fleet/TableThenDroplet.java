package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import java.util.List;

/** All work is two calls (F50): the lease table grants it, then the droplet does it, in its own time. */
public record TableThenDroplet(LeaseTable table, Agents agents) implements DropletLink {

    @Override
    public CheckResult perform(Assignment work) {
        return switch (table.claim(work)) {
            case LeaseTable.Answer.Granted granted -> agents.ask(work, granted.row());
            case LeaseTable.Answer.Denied denied -> denied.why();
        };
    }

    @Override
    public List<LeaseRecord> readBack(int droplets) {
        return table.readBack(droplets);
    }

    @Override
    public void close() {
        agents.close();
        table.close();
    }
}
