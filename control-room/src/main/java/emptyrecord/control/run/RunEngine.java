package emptyrecord.control.run;

import emptyrecord.api.run.ScenarioRunView;
import emptyrecord.api.run.Verdict.Outcome;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.play.Act;
import emptyrecord.scenario.play.ScenarioPlay;
import emptyrecord.scenario.play.ScenarioPlay.Ending;
import emptyrecord.scenario.play.Terms;
import emptyrecord.scenario.play.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one run on the live region, on a thread of its own: observes every sample, does what the play requests, and
 * takes everything back at the end, however it ends. Replays and scenarios are both played here; their
 * {@link RunScript} defines the differences.
 */
final class RunEngine {

    private static final Logger log = LoggerFactory.getLogger(RunEngine.class);

    /** Real: how long an ending control room waits for the rollback. */
    private static final Duration ROLLBACK_WITHIN = Duration.ofSeconds(15);

    private final RunSettings settings;
    private final RunScript script;
    private final RunRecorder recorder;
    private final RegionSetup region;
    private final ActPerformer acts;
    private final Limits limits;
    private final Thread thread;
    private boolean concluding;

    /**
     * The parts against which a run is checked.
     *
     * @param firstSampleWithin real
     */
    record Limits(Terms terms, Duration firstSampleWithin) {}

    RunEngine(
            RunSettings settings,
            RunScript script,
            RunRecorder recorder,
            RegionSetup region,
            ActPerformer acts,
            Limits limits) {
        this.settings = settings;
        this.script = script;
        this.recorder = recorder;
        this.region = region;
        this.acts = acts;
        this.limits = limits;
        this.thread = Thread.ofVirtual().name("run-" + settings.id()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean over() {
        return script.over();
    }

    /** Ends the run; its thread takes back what was done, and is not disturbed while it does. */
    synchronized void abort() {
        if (!concluding) {
            thread.interrupt();
        }
    }

    void abortAndWait() {
        abort();
        try {
            thread.join(ROLLBACK_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks interrupts from now on; returns whether there was one before. */
    private synchronized boolean conclude() {
        concluding = true;
        return Thread.interrupted();
    }

    private void run() {
        ScenarioPlay play = null;
        Ending broken = null;
        try {
            play = script.open(firstTick());
            while (play.stage() != ScenarioRunView.Stage.OVER) {
                for (Sample sample : recorder.next()) {
                    observe(play, sample);
                }
                script.caughtUp(play);
            }
        } catch (InterruptedException e) {
            broken = new Ending(Outcome.ABORTED, script.abortReason());
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("run {} failed", settings.id());
            broken = new Ending(Outcome.FAILED, String.valueOf(e.getMessage()));
        }
        if (conclude()) {
            broken = new Ending(Outcome.ABORTED, script.abortReason());
        }
        end(play, broken);
    }

    private void end(@Nullable ScenarioPlay play, @Nullable Ending broken) {
        if (play != null && broken != null) {
            play.end(broken.outcome(), broken.reason());
        }
        Ending none = new Ending(Outcome.FAILED, "the run did not begin");
        Ending ending = play != null ? play.ending() : broken != null ? broken : none;
        List<String> left = play == null ? List.of() : takeBack(play);
        script.close(new RunScript.RunEnd(play, ending, left));
    }

    private Tick firstTick() throws InterruptedException {
        region.prepare(settings.guards(), settings.seed());
        long deadline = System.nanoTime() + limits.firstSampleWithin().toNanos();
        List<Sample> first = recorder.next();
        while (first.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The region did not become steady: no sample");
            }
            first = recorder.next();
        }
        return tick(first.getLast());
    }

    private Tick tick(Sample sample) {
        return new Tick(limits.terms().minutes(settings.startedAt(), sample.wall()), sample, recorder.events());
    }

    private void observe(ScenarioPlay play, Sample sample) {
        Tick tick = tick(sample);
        for (Act act : play.see(tick)) {
            try {
                acts.perform(act, sample);
            } catch (IllegalStateException | IllegalArgumentException | NotFoundException e) {
                play.end(Outcome.FAILED, act + ": " + e.getMessage());
                return;
            }
        }
        script.observed(play, tick);
    }

    private List<String> takeBack(ScenarioPlay play) {
        List<String> left = new ArrayList<>();
        for (Act.Do undo : play.rollBack()) {
            try {
                acts.operate(undo);
            } catch (RuntimeException e) {
                acts.rollbackFailed(undo, e);
                left.add(undo.operation() + " " + undo.parameters());
            }
        }
        if (script.restoresGuards()) {
            region.onlyGuards(settings.guards());
        }
        return left;
    }
}
