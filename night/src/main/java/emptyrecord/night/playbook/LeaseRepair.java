package emptyrecord.night.playbook;

import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Throttles incoming work AND restarts DWFM's hosts one after another, with launches all but stopped (F12). Lifts the
 * throttle and admits some launches when practically all leases are held (F13).
 */
final class LeaseRepair implements Rule {

    private final Playbook.LeaseRepair book;
    private final List<String> hosts;
    private int restarted;
    private boolean begun;
    private boolean done;
    private double nextRestart;

    LeaseRepair(Playbook book, List<String> hosts) {
        this.book = book.leaseRepair();
        this.hosts = List.copyOf(hosts);
    }

    /** Whether this rule has limited the launches. */
    boolean begun() {
        return begun;
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        Sample.Leases leases = seen.leases();
        if (done || leases == null || minutes < book.startMinute()) {
            return List.of();
        }
        boolean repaired = leases.heldShare() >= book.repairedShare();
        if (!begun) {
            return repaired ? List.of() : begin(minutes, leases);
        }
        List<Action> actions = new ArrayList<>(dueRestarts(minutes));
        if (repaired && restarted == hosts.size()) {
            done = true;
            actions.addAll(letIn(leases));
        }
        return actions;
    }

    private List<Action> begin(double minutes, Sample.Leases leases) {
        begun = true;
        nextRestart = minutes;
        String because = "leases held on " + Math.round(100 * leases.heldShare()) + " % of the droplets";
        List<Action> actions = new ArrayList<>();
        actions.add(limit(book.blockedPerMinute(), because));
        actions.add(new Action("dwfm-throttle", Map.of("share", book.throttleShare()), "F12", because));
        actions.addAll(dueRestarts(minutes));
        return actions;
    }

    private List<Action> dueRestarts(double minutes) {
        List<Action> actions = new ArrayList<>();
        while (restarted < hosts.size() && minutes >= nextRestart) {
            String host = hosts.get(restarted++);
            nextRestart += book.restartGapMinutes();
            actions.add(new Action("restart-dwfm-host", Map.of("host", host), "F12", "its queue holds stale work"));
        }
        return actions;
    }

    private List<Action> letIn(Sample.Leases leases) {
        String because = "leases held on " + leases.held() + " of " + leases.droplets() + " droplets";
        return List.of(limit(book.repairedPerMinute(), because), Action.of("dwfm-unthrottle", "F13", because));
    }

    private static Action limit(double perMinute, String because) {
        return new Action("api-limit", Map.of("launchesPerMinute", perMinute), "F12", because);
    }
}
