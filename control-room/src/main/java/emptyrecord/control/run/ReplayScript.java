package emptyrecord.control.run;

import emptyrecord.api.run.Check;
import emptyrecord.api.run.ReplayView.State;
import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.play.ScenarioPlay;
import emptyrecord.scenario.play.SteadyPremise;
import emptyrecord.scenario.play.Terms;
import emptyrecord.scenario.play.Tick;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The night as a replay plays it: its milestones are reported while it runs, and judged at its end. */
final class ReplayScript implements RunScript {

    private static final Logger log = LoggerFactory.getLogger(ReplayScript.class);

    private final Night night;
    private final RunRecorder recorder;
    private volatile State state = State.STEADYING;
    private volatile String phase = "waiting for the steady state";
    private volatile int round;
    private volatile double reached;
    private volatile List<Check> steady = List.of();
    private volatile @Nullable Instant zero;
    private volatile @Nullable Report report;

    /**
     * The parts of a replay.
     *
     * @param trigger false for a quiet soak
     */
    record Night(RunSettings settings, boolean trigger, Scenario scenario, SteadyPremise premise, Terms terms) {}

    ReplayScript(Night night, RunRecorder recorder) {
        this.night = night;
        this.recorder = recorder;
    }

    @Override
    public ScenarioPlay open(Tick first) {
        long seed = night.settings().seed();
        return new ScenarioPlay(night.scenario(), night.premise(), night.terms(), ScenarioPlay.chance(seed), first);
    }

    @Override
    public void observed(ScenarioPlay play, Tick tick) {
        steady = play.checks();
        if (play.stage() == ScenarioRunView.Stage.BEFORE) {
            phase = "waiting for the steady state: " + SteadyPremise.failing(steady);
            return;
        }
        round = play.round();
        Instant emptySince = play.emptySince().orElse(null);
        if (emptySince == null) {
            state = night.trigger() ? State.TRIGGERING : State.RUNNING;
            phase = beforeZero(play);
        } else {
            night(emptySince, tick.sample());
        }
    }

    private String beforeZero(ScenarioPlay play) {
        if (!night.trigger()) {
            return "a quiet soak";
        }
        return play.done().isEmpty()
                ? "the race: one enactor keeps losing the lock"
                : "the record never became empty; watching on";
    }

    private void night(Instant emptySince, Sample sample) {
        zero = emptySince;
        state = State.RUNNING;
        reached = Run.minutes(night.settings(), emptySince, sample.wall());
        phase = PhaseWords.of(sample);
    }

    @Override
    public void caughtUp(ScenarioPlay play) {
        if (zero != null) {
            recorder.reportMilestones();
        }
    }

    @Override
    public String abortReason() {
        return "aborted in " + state + ": " + phase;
    }

    /** Settings made by an operator or a facilitator in a replay stay, so that the region can be inspected. */
    @Override
    public boolean restoresGuards() {
        return false;
    }

    @Override
    public void close(RunEnd end) {
        ReplayEnd how = ReplayEnd.of(end, night.trigger());
        try {
            report = recorder.finish(how.outcome(), how.reason());
            phase = how.reason().isEmpty() ? "finished" : how.reason();
        } catch (RuntimeException e) {
            log.atError()
                    .setCause(e)
                    .log("cannot write the report of {}", night.settings().id());
            phase = "the report could not be written: " + e.getMessage();
        } finally {
            recorder.close();
            state = how.state();
        }
    }

    @Override
    public boolean over() {
        return state.over();
    }

    State state() {
        return state;
    }

    String phase() {
        return phase;
    }

    int round() {
        return round;
    }

    /** T+ of the last sample, 0 before T+0. */
    double reached() {
        return reached;
    }

    List<Check> steady() {
        return steady;
    }

    /** Null before the record is empty. */
    @Nullable
    Instant zero() {
        return zero;
    }

    /** Null while it runs. */
    @Nullable
    Report report() {
        return report;
    }
}
