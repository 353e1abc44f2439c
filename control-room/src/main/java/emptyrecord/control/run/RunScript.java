package emptyrecord.control.run;

import emptyrecord.scenario.play.ScenarioPlay;
import emptyrecord.scenario.play.Tick;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts in which a replay and a scenario's run differ around the one engine: the play, the reports meanwhile, and
 * the judgement at the end. All but {@link #over} is called on the run's thread.
 */
interface RunScript {

    ScenarioPlay open(Tick first);

    /** After the acts for a sample were done. */
    void observed(ScenarioPlay play, Tick tick);

    /** After all samples that had come by now. */
    void caughtUp(ScenarioPlay play);

    /** The reason that an aborted run reports for its end. */
    String abortReason();

    /** Whether guards are set back at the end to what the run began with. */
    boolean restoresGuards();

    /** Judges the run and writes its folder; {@link #over} is true from then on, whatever fails in it. */
    void close(RunEnd end);

    boolean over();

    /**
     * How a run ended.
     *
     * @param play null if it ended before the first sample
     * @param notTakenBack operations of the rollback that were refused
     */
    record RunEnd(@Nullable ScenarioPlay play, ScenarioPlay.Ending ending, List<String> notTakenBack) {}
}
