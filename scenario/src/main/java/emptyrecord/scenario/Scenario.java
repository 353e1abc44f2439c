package emptyrecord.scenario;

import java.util.List;
import java.util.Optional;

/**
 * An experiment on the region, in the shape of Chaos Toolkit's: the hypothesis, the method, the rollbacks, and the
 * observations that must be made meanwhile.
 *
 * @param name of its file, in kebab case
 * @param description what happens and why, for the person who runs it
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
     * The hypothesis: what holds on a good day.
     *
     * @param withinMinutes longest wait for it in incident minutes, before and after
     */
    public record Hypothesis(String title, double withinMinutes, List<Probe> probes) {
        public Hypothesis {
            probes = List.copyOf(probes);
        }
    }

    /** A measurement with its tolerance. */
    public record Probe(String name, Gauge gauge, Tolerance tolerance, When when) {}

    /** The moments at which a probe is evaluated. */
    public enum When {
        BEFORE,
        AFTER,
        BOTH
    }
}
