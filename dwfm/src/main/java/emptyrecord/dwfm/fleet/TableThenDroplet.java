package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import java.util.List;

/**
 * Work is two calls (F50): the lease table grants it, then the droplet does it, in its own time. Only a block's write is
 * one, to the table.
 */
public record TableThenDroplet(LeaseTable table, Agents agents) implements DropletLink {

    @Override
    public CheckResult perform(Assignment work) {
        if (work.work() instanceof Work.BlockWrite block) {
            return table.makeLeases(block, work.leaseUntil());
        }
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
