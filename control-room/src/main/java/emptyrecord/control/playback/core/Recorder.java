package emptyrecord.control.playback.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.page.Frame;
import emptyrecord.control.page.core.AwsNight;
import emptyrecord.control.page.core.Beliefs;
import emptyrecord.control.page.core.Curves;
import emptyrecord.control.page.core.Diagnosis;
import emptyrecord.control.page.core.Finding;
import emptyrecord.control.page.core.MachineWatch;
import emptyrecord.control.page.core.Mark;
import emptyrecord.control.page.core.OperatorsHands;
import emptyrecord.control.page.core.StoryCurves;
import emptyrecord.control.run.PhaseWords;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.alarm.AlarmWatch;
import emptyrecord.night.judge.Judge;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.Run;
import emptyrecord.night.phase.PhaseWatch;
import emptyrecord.night.sample.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Recording} of a run: it goes through samples and events in order of time, with the rules of the live
 * page (diagnosis, beliefs, phase, curves) and of the drills' alarms. The same run always gives the same recording.
 */
public final class Recorder {

    /** Frames at most; a longer run is thinned evenly. A night at speed 60 has some 1800 samples. */
    static final int FRAMES = 2400;

    private static final Frame.Switched NOTHING = new Frame.Switched(List.of(), List.of());
    private static final Frame.Fresh NONE = new Frame.Fresh(List.of(), List.of(), List.of());

    private final Run run;
    private final boolean causes;
    private final Extras extras;
    private final SceneTrack scenes;
    private final OperatorsHands hands = new OperatorsHands();
    private final PhaseWatch phases = new PhaseWatch();
    private final AlarmWatch alarms = new AlarmWatch(false);
    private final List<Event> machine = new ArrayList<>();
    private final List<Curves.Point> points = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Recording.AlarmLine> alarmLines = new ArrayList<>();
    private boolean racing;
    private int next;

    private Recorder(Run run, Extras extras, boolean causes) {
        this.run = run;
        this.causes = causes;
        this.extras = extras;
        this.scenes = new SceneTrack(run, extras);
    }

    /**
     * The recording of a whole run.
     *
     * @param raw with its causes
     * @param causes whether they shall be contained
     */
    public static Recording record(Run raw, Extras extras, boolean causes) {
        Run run = (causes ? raw : HiddenCauses.in(raw)).fromZero();
        return new Recorder(run, extras, causes).record();
    }

    private Recording record() {
        int step = Math.max(1, (run.samples().size() + FRAMES - 1) / FRAMES);
        for (int i = 0; i < run.samples().size(); i++) {
            Sample sample = run.samples().get(i);
            see(sample, i % step == 0 || i == run.samples().size() - 1);
        }
        Report report = Judge.judge(run);
        return new Recording(
                run.settings().id(),
                run.settings().seed(),
                run.settings().speed(),
                run.settings().startedAt(),
                run.settings().regionalName(),
                run.settings().guards(),
                report.outcome(),
                causes,
                run.zero().map(this::minutes).orElse(null),
                StoryCurves.SERIES,
                points,
                marks(),
                AwsNight.ENTRIES,
                report.milestones(),
                injected(),
                alarmLines,
                !extras.desk().isEmpty(),
                frames);
    }

    private void see(Sample sample, boolean shown) {
        double minutes = minutes(sample.wall());
        List<Event> fresh = eventsUpTo(sample.wall());
        fresh.forEach(this::see);
        Scene scene = scenes.at(sample, minutes);
        phases.see(sample, Instant.EPOCH.plusMillis(Math.round(minutes * 60_000)), racing);
        alarms.see(minutes, sample, fresh)
                .forEach(c -> alarmLines.add(
                        new Recording.AlarmLine(minutes, c.alarm().id(), c.on())));
        List<Finding> findings = Diagnosis.of(scene);
        Beliefs.Hands now = hands.at(findings, minutes);
        if (shown) {
            points.add(new Curves.Point(sample.seq(), minutes, StoryCurves.values(sample)));
            frames.add(frame(scene, findings, now));
        }
    }

    private List<Event> eventsUpTo(Instant wall) {
        int from = next;
        while (next < run.events().size() && !run.events().get(next).wall().isAfter(wall)) {
            next++;
        }
        return run.events().subList(from, next);
    }

    private void see(Event event) {
        scenes.see(event);
        hands.see(event);
        if (MachineWatch.reads(event)) {
            machine.add(event);
        }
        racing = EventKind.ROUND_STARTED.is(event) || (racing && !EventKind.RECORD_EMPTY.is(event));
    }

    private Frame frame(Scene scene, List<Finding> findings, Beliefs.Hands now) {
        Sample sample = scene.sample();
        return new Frame(
                run.settings().id(),
                frames.size() + 1L,
                scene.minutes(),
                run.zero().map(this::minutes).orElse(null),
                tPlus(sample),
                run.settings().speed(),
                causes ? phases.now().tag() : HiddenCauses.PHASE,
                causes ? PhaseWords.of(sample, phases.now()) : "",
                MachineWatch.words(machine, sample.wall()),
                scene,
                causes ? findings : HiddenCauses.in(findings),
                causes ? Beliefs.of(scene, findings, now) : HiddenCauses.inBeliefs(Beliefs.of(scene, findings, now)),
                null,
                NOTHING,
                NONE);
    }

    private List<Mark> marks() {
        return run.events().stream()
                .flatMap(e -> Mark.of(e, minutes(e.wall())).stream())
                .toList();
    }

    private List<Recording.Injected> injected() {
        return run.events().stream()
                .filter(HiddenCauses::isFault)
                .flatMap(
                        e -> Mark.of(e, minutes(e.wall()))
                                .map(m -> new Recording.Injected(m.minutes(), e.service(), m.what()))
                                .stream())
                .toList();
    }

    private static @Nullable Double tPlus(Sample sample) {
        return Optional.ofNullable(sample.tPlusMinutes()).map(Recorder::rounded).orElse(null);
    }

    /** Incident minutes since the run began. */
    private double minutes(Instant wall) {
        return rounded(Run.minutes(run.settings(), run.settings().startedAt(), wall));
    }

    private static double rounded(double minutes) {
        return Math.round(minutes * 100) / 100.0;
    }
}
