package emptyrecord.control.run;

import emptyrecord.api.run.ReplayView;
import emptyrecord.api.run.ReplayView.State;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.scenario.ReplayScenario;
import emptyrecord.scenario.play.SteadyPremise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One replay of the night: its scenario, and its state for observers while it runs. */
final class Replay {

    private final RunFactory runs;
    private final RunSettings settings;
    private final RunSettings.NightNumbers numbers;
    private final RunRecorder recorder;
    private final ReplayScript script;
    private final OnCallOperators onCall;
    private final RunEngine engine;

    Replay(RunFactory runs, RunSettings settings, RunSettings.NightNumbers numbers, RunRecorder recorder) {
        this.runs = runs;
        this.settings = settings;
        this.numbers = numbers;
        this.recorder = recorder;
        this.script = new ReplayScript(night(), recorder);
        this.onCall = runs.operators(settings);
        this.engine = runs.engine(settings, recorder, script, onCall, ReplayScenario.NAME);
    }

    private ReplayScript.Night night() {
        double within = runs.settings().replay().steadyLimit().toNanos() / 6e10 * settings.speed();
        return new ReplayScript.Night(
                settings,
                numbers.trigger(),
                ReplayScenario.of(new ReplayScenario.Numbers(
                        numbers.trigger(),
                        runs.settings().replay().triggerStep(),
                        numbers.maxRounds(),
                        numbers.quietMinutes(),
                        numbers.untilMinutes())),
                new SteadyPremise(settings.id(), within, runs.region()::injected),
                runs.terms());
    }

    RunEngine engine() {
        return engine;
    }

    boolean over() {
        return script.over();
    }

    /** While the trigger works and the record is not empty yet. */
    boolean racing() {
        return script.state() == State.TRIGGERING;
    }

    int rounds() {
        return script.round();
    }

    double tPlusMinutes() {
        return script.over() ? script.reached() : minutes();
    }

    private double minutes() {
        Instant from = script.zero();
        return from == null ? 0 : Run.minutes(settings, from, runs.now());
    }

    ReplayView view() {
        State now = script.state(); // Before the report, which is there before its state: a reader of an end sees its
        // outcome.
        Report done = script.report();
        return new ReplayView(
                settings.id(),
                now,
                script.phase(),
                tPlus(now),
                numbers.untilMinutes(),
                script.round(),
                numbers.maxRounds(),
                runs.customersSee(),
                recorder.milestones(),
                onCall.lastAction(),
                script.steady(),
                done == null ? null : done.outcome(),
                done == null ? "" : done.reason(),
                done == null ? null : (Boolean) done.allMet(),
                recorder.folder().toString());
    }

    private @Nullable Double tPlus(State now) {
        if (script.zero() == null) {
            return null;
        }
        return now.over() ? Math.min(minutes(), numbers.untilMinutes()) : minutes();
    }
}
