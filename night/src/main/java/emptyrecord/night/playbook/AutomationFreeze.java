package emptyrecord.night.playbook;

import emptyrecord.night.sample.Sample;
import java.util.List;

/** Freezes planner and enactors (F15), if the operators have seen the record empty after T+0. */
final class AutomationFreeze implements Rule {

    private final Playbook.Dns book;
    private boolean sawEmpty;
    private boolean done;

    AutomationFreeze(Playbook book) {
        this.book = book.dns();
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        sawEmpty |= minutes >= 1 && seen.regional().empty();
        if (done || !sawEmpty || minutes < book.freezeMinute()) {
            return List.of();
        }
        done = true;
        return List.of(Action.of("freeze-automation", "F15", "the automation emptied the record"));
    }
}
