package emptyrecord.night.playbook;

import emptyrecord.night.sample.Sample;
import java.util.List;

/** Installs a healthy tree by hand while the regional name is empty (F8); tries again every 2 minutes if it stays so. */
final class PlanByHand implements Rule {

    private static final double AGAIN_AFTER = 2;

    private double next;

    PlanByHand(Playbook book) {
        this.next = book.dns().installPlanMinute();
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        if (minutes < next || seen.regional().answering()) {
            return List.of();
        }
        next = minutes + AGAIN_AFTER;
        return List.of(Action.of("install-plan", "F8", "the regional name answers nothing"));
    }
}
