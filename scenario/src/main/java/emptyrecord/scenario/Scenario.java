package emptyrecord.scenario;

import java.util.List;
import java.util.Optional;

/**
 * An experiment on the region, in the shape of Chaos Toolkit's: what must hold, what is done, what is taken back, and what must
 * be seen meanwhile.
 *
 * @param name of its file, in kebab case
 * @param description for whoever runs it
 * @param rollbacks done at the end whatever happens; injections and guards are taken back without being named here
 * @param drill what a drill tells its trainees; absent where it is none
 */
public record Scenario(
        String name,
        String title,
        String description,
        List<String> tags,
        Hypothesis hypothesis,
        List<Step> method,
        List<Step.Operate> rollbacks,
        List<MustSee> mustSee,
        Optional<DrillCard> drill) {
    public Scenario {
        tags = List.copyOf(tags);
        method = List.copyOf(method);
        rollbacks = List.copyOf(rollbacks);
        mustSee = List.copyOf(mustSee);
    }

    /**
     * What holds on a good day.
     *
     * @param withinMinutes incident minutes for which it is waited for, before and after
     */
    public record Hypothesis(String title, double withinMinutes, List<Probe> probes) {
        public Hypothesis {
            probes = List.copyOf(probes);
        }
    }

    /** A measurement with what it has to be. */
    public record Probe(String name, Gauge gauge, Tolerance tolerance, When when) {}

    /** When a probe is looked at. */
    public enum When {
        BEFORE,
        AFTER,
        BOTH
    }
}
