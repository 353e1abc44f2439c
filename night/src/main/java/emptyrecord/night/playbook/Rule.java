package emptyrecord.night.playbook;

import emptyrecord.night.sample.Sample;
import java.util.List;

/** One rule of the operators: reads a sample and returns what to do now. Keeps its own small state between samples. */
public interface Rule {

    /**
     * @param minutes T+ of the sample
     * @param seen the sample; its gaps are what the operators cannot see
     */
    List<Action> decide(double minutes, Sample seen);

    /** All rules of a playbook, fresh. */
    static List<Rule> of(Playbook book, List<String> dwfmHosts) {
        LeaseRepair repair = new LeaseRepair(book, dwfmHosts);
        Relief both = Relief.of(book, repair);
        return List.of(
                new StaticHosts(book),
                new PlanByHand(book),
                repair,
                new AutomationFreeze(book),
                both.relief(),
                new FailoverSwitch(book),
                both.relaxation());
    }

    /** Relief and relaxation, which depend on each other: relief ends when relaxation begins, which needs a limit. */
    record Relief(NetworkRelief relief, Relaxation relaxation) {
        static Relief of(Playbook book, LeaseRepair repair) {
            NetworkRelief[] relief = new NetworkRelief[1];
            Relaxation relaxation = new Relaxation(book, () -> repair.begun() || relief[0].limited());
            relief[0] = new NetworkRelief(book, relaxation::begun);
            return new Relief(relief[0], relaxation);
        }
    }
}
