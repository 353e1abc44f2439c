package emptyrecord.control.run;

import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.api.run.Verdict;
import emptyrecord.api.run.Verdict.Outcome;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.play.ScenarioPlay;
import emptyrecord.scenario.play.Terms;
import emptyrecord.scenario.play.Tick;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file's scenario as it is played: a listener receives its samples, and it ends with a verdict. */
final class ScenarioScript implements RunScript {

    private static final Logger log = LoggerFactory.getLogger(ScenarioScript.class);

    private final Part part;
    private final RunRecorder recorder;
    private volatile @Nullable ScenarioPlay play;
    private volatile @Nullable Verdict verdict;
    private volatile double minute;

    /** The scenario, and the listener for it. */
    record Part(RunSettings settings, ScenarioRuns.Played played, Terms terms, SampleListener listener) {

        Scenario scenario() {
            return played.scenario();
        }
    }

    ScenarioScript(Part part, RunRecorder recorder) {
        this.part = part;
        this.recorder = recorder;
    }

    @Override
    public ScenarioPlay open(Tick first) {
        long seed = part.settings().seed();
        ScenarioPlay opened = new ScenarioPlay(part.scenario(), part.terms(), ScenarioPlay.chance(seed), first);
        play = opened;
        return opened;
    }

    @Override
    public void observed(ScenarioPlay playing, Tick tick) {
        minute = tick.minute();
        playing.methodMinute(tick)
                .ifPresent(m -> part.listener().observed(m, tick.sample(), tick.events(), playing.done()));
    }

    @Override
    public void caughtUp(ScenarioPlay playing) {
        // A scenario is judged at its end only.
    }

    @Override
    public String abortReason() {
        return play == null ? "before the first sample" : "aborted";
    }

    @Override
    public boolean restoresGuards() {
        return true;
    }

    @Override
    public void close(RunEnd end) {
        fetchLastEvents();
        Verdict judged = judged(end);
        Verdict told = end.notTakenBack().isEmpty() ? judged : notTakenBack(judged, end.notTakenBack());
        try {
            recorder.finish(told.outcome().name(), told.reason());
            ScenarioFolder.write(recorder.folder(), told);
            ScenarioFolder.write(recorder.folder(), part.played());
        } catch (RuntimeException e) {
            log.atError()
                    .setCause(e)
                    .log("cannot write the folder of {}", part.settings().id());
        } finally {
            recorder.close();
            verdict = told;
        }
    }

    /** If the disk does not take the last lines, the verdict uses what was recorded before: a run ends in any case. */
    private void fetchLastEvents() {
        try {
            recorder.fetchEvents();
        } catch (RuntimeException e) {
            log.atError()
                    .setCause(e)
                    .log(
                            "the last events of {} could not be recorded",
                            part.settings().id());
        }
    }

    private Verdict judged(RunEnd end) {
        ScenarioPlay played = end.play();
        return played == null
                ? new Verdict(
                        part.scenario().name(),
                        part.scenario().title(),
                        end.ending().outcome(),
                        end.ending().reason(),
                        List.of(),
                        List.of())
                : played.verdict(recorder.events());
    }

    private static Verdict notTakenBack(Verdict judged, List<String> left) {
        return new Verdict(
                judged.scenario(),
                judged.title(),
                Outcome.FAILED,
                "not taken back: " + left + "; use the operation reset-all",
                judged.mustSee(),
                judged.checks());
    }

    @Override
    public boolean over() {
        return verdict != null;
    }

    ScenarioRunView view() {
        ScenarioPlay playing = play;
        return new ScenarioRunView(
                part.settings().id(),
                part.scenario().name(),
                part.scenario().title(),
                playing == null ? ScenarioRunView.Stage.BEFORE : playing.stage(),
                playing == null ? "" : playing.step(),
                Math.round(minute * 10) / 10.0,
                playing == null ? List.of() : playing.checks(),
                verdict,
                recorder.folder().toString());
    }
}
