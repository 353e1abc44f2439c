package emptyrecord.control.run;

import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.playbook.Rule;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.play.Act;
import emptyrecord.scenario.play.ScenarioPlay;
import emptyrecord.scenario.play.Tick;
import emptyrecord.scenario.play.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One scenario on the live region, on a thread of its own: looks at every sample, does what the scenario wants, and takes
 * everything back at the end, however it ends.
 */
final class ScenarioRun {

    private static final Logger log = LoggerFactory.getLogger(ScenarioRun.class);

    /** Real: how long an ending control room waits for the rollback. */
    private static final Duration ROLLBACK_WITHIN = Duration.ofSeconds(15);

    private final Lab lab;
    private final ScenarioRuns.Played played;
    private final Scenario scenario;
    private final RunSettings settings;
    private final Diary diary;
    private final RunObserver observer;
    private final Thread thread;
    private volatile @Nullable ScenarioPlay play;
    private volatile @Nullable Verdict verdict;
    private volatile double minute;
    private boolean concluding;
    private @Nullable Crew crew;

    ScenarioRun(Lab lab, ScenarioRuns.Played played, RunSettings settings, Diary diary, RunObserver observer) {
        this.lab = lab;
        this.played = played;
        this.scenario = played.scenario();
        this.settings = settings;
        this.diary = diary;
        this.observer = observer;
        this.thread = Thread.ofVirtual().name("scenario-" + settings.id()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Ends the run; its thread takes back what was done, and is not disturbed while it does. */
    synchronized void abort() {
        if (!concluding) {
            thread.interrupt();
        }
    }

    /** From now on nobody interrupts; says whether somebody has. */
    private synchronized boolean conclude() {
        concluding = true;
        return Thread.interrupted();
    }

    void abortAndWait() {
        abort();
        try {
            thread.join(ROLLBACK_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean over() {
        return verdict != null;
    }

    private void run() {
        ScenarioPlay playing = null;
        try {
            playing = begin();
            play = playing;
            while (playing.stage() != ScenarioPlay.Stage.OVER) {
                for (Sample sample : diary.next()) {
                    look(playing, sample);
                }
            }
        } catch (InterruptedException e) {
            end(playing, Verdict.Outcome.ABORTED, "aborted");
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("scenario run {} failed", settings.id());
            end(playing, Verdict.Outcome.FAILED, String.valueOf(e.getMessage()));
        }
        if (conclude()) {
            end(playing, Verdict.Outcome.ABORTED, "aborted");
        }
        takeBackAndJudge(playing);
    }

    private static void end(@Nullable ScenarioPlay playing, Verdict.Outcome how, String why) {
        if (playing != null) {
            playing.end(how, why);
        }
    }

    private ScenarioPlay begin() throws InterruptedException {
        lab.clock().clearZero();
        lab.switchboards().onlyGuards(Set.copyOf(settings.guards()));
        lab.demand().startNight(settings.seed());
        List<Sample> first = diary.next();
        while (first.isEmpty()) {
            first = diary.next();
        }
        return new ScenarioPlay(
                scenario,
                Regions.terms(lab),
                new Random(settings.seed() * 31 + "race".hashCode()),
                tick(first.getLast()));
    }

    private Tick tick(Sample sample) {
        double minutes = Regions.terms(lab).minutes(settings.startedAt(), sample.wall());
        return new Tick(minutes, sample, diary.events());
    }

    private void look(ScenarioPlay playing, Sample sample) {
        Tick tick = tick(sample);
        minute = tick.minute();
        for (Act act : playing.see(tick)) {
            try {
                perform(act, sample);
            } catch (IllegalStateException | IllegalArgumentException | NotFoundException e) {
                playing.end(Verdict.Outcome.FAILED, act + ": " + e.getMessage());
                return;
            }
        }
        playing.methodMinute(tick).ifPresent(m -> observer.saw(m, sample, tick.events(), playing.done()));
    }

    private void perform(Act act, Sample sample) {
        switch (act) {
            case Act.Do todo -> operate(todo);
            case Act.Tell told -> lab.events().record(told.kind(), told.ids());
            case Act.Zero zero -> {
                lab.clock().zeroAt(zero.wall());
                Map<String, String> at = Map.of("at", zero.wall().toString());
                lab.peers().all().forEach(p -> lab.http().put(p, "/clock/zero", at));
            }
            case Act.LetOperatorsLook look -> onDuty().look(look.minutes(), sample);
        }
    }

    private void operate(Act.Do todo) {
        String why = "scenario " + scenario.name() + ", step " + todo.step();
        lab.operations().perform(todo.operation(), todo.parameters(), Map.of("by", "scenario", "because", why));
    }

    private Crew onDuty() {
        if (crew == null) {
            crew = new Crew(lab, Rule.of(settings.playbook(), Regions.dwfmHosts(lab)));
        }
        return crew;
    }

    private void takeBackAndJudge(@Nullable ScenarioPlay playing) {
        List<String> left = playing == null ? List.of() : rollBack(playing);
        fetchLastEvents();
        Verdict judged = playing == null
                ? new Verdict(
                        scenario.name(),
                        scenario.title(),
                        Verdict.Outcome.ABORTED,
                        "before the first sample",
                        List.of(),
                        List.of())
                : playing.verdict(diary.events());
        Verdict told = left.isEmpty() ? judged : notTakenBack(judged, left);
        try {
            diary.close(told.outcome().name(), told.reason());
            ScenarioFolder.write(diary.folder(), told);
            ScenarioFolder.write(diary.folder(), played);
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("cannot write the folder of {}", settings.id());
        } finally {
            diary.close();
            verdict = told;
        }
    }

    /** A disk that does not take them leaves the verdict to what was taken down before: a run ends in any case. */
    private void fetchLastEvents() {
        try {
            diary.fetchEvents();
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("the last events of {} could not be taken down", settings.id());
        }
    }

    private List<String> rollBack(ScenarioPlay playing) {
        List<String> left = new ArrayList<>();
        for (Act.Do undo : playing.rollBack()) {
            try {
                operate(undo);
            } catch (RuntimeException e) {
                lab.events()
                        .record(
                                "rollback-failed",
                                Map.of("operation", undo.operation(), "reason", String.valueOf(e.getMessage())));
                left.add(undo.operation() + " " + undo.parameters());
            }
        }
        lab.switchboards().onlyGuards(Set.copyOf(settings.guards()));
        return left;
    }

    private static Verdict notTakenBack(Verdict judged, List<String> left) {
        return new Verdict(
                judged.scenario(),
                judged.title(),
                Verdict.Outcome.FAILED,
                "not taken back: " + left + "; use the operation reset-all",
                judged.mustSee(),
                judged.checks());
    }

    ScenarioRunView view() {
        ScenarioPlay playing = play;
        return new ScenarioRunView(
                settings.id(),
                scenario.name(),
                scenario.title(),
                playing == null ? ScenarioPlay.Stage.BEFORE : playing.stage(),
                playing == null ? "" : playing.step(),
                Math.round(minute * 10) / 10.0,
                playing == null ? List.of() : playing.checks(),
                verdict,
                diary.folder().toString());
    }
}
