package emptyrecord.control.run;

import emptyrecord.scenario.play.ScenarioPlay;
import emptyrecord.scenario.play.Tick;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay and a scenario's run do differently around the one engine: what is played, what is reported meanwhile, and how
 * the end is judged. All but {@link #over} is called on the run's thread.
 */
interface RunScript {

    ScenarioPlay open(Tick first);

    /** After what a sample asked for was done. */
    void observed(ScenarioPlay play, Tick tick);

    /** After all samples that had come by now. */
    void caughtUp(ScenarioPlay play);

    /** Why an aborted run says it ended. */
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
