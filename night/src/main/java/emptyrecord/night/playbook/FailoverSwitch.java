package emptyrecord.night.playbook;

import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.List;

/** Switches automatic zone failover off while health checks misbehave (F19), and on again near the end (F23). */
final class FailoverSwitch implements Rule {

    /** Minutes: checks alternate, so one good look does not mean that the trouble is over. */
    private static final double RECENT = 30;

    private final Playbook.Failover book;
    private double lastTrouble = Double.NEGATIVE_INFINITY;
    private boolean off;
    private boolean onAgain;

    FailoverSwitch(Playbook book) {
        this.book = book.failover();
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        Sample.Nlb nlb = seen.nlb();
        if (nlb == null) {
            return List.of();
        }
        lastTrouble = troubled(nlb) ? minutes : lastTrouble;
        boolean due = minutes >= book.offMinute() && minutes < book.onMinute();
        if (!off && due && minutes - lastTrouble <= RECENT) {
            off = true;
            return List.of(Action.of("nlb-failover-off", "F19", "health checks fail on healthy nodes"));
        }
        if (off && !onAgain && minutes >= book.onMinute()) {
            onAgain = true;
            return List.of(Action.of("nlb-failover-on", "F23", "health checks are steady"));
        }
        return List.of();
    }

    private static boolean troubled(Sample.Nlb nlb) {
        Double failures = nlb.failureShare();
        return !nlb.zonesWithdrawn().isEmpty()
                || Thresholds.CAPACITY_FULL.missedBy(nlb.healthyCapacityShare())
                || (failures != null && Thresholds.CHECKS_FAIL.exceededBy(failures));
    }
}
