package emptyrecord.control.page;

import emptyrecord.api.Event;
import emptyrecord.api.run.ReplayView;
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
import emptyrecord.control.run.Replays;
import emptyrecord.control.watch.CurrentPhase;
import emptyrecord.control.watch.EventFeed;
import emptyrecord.control.watch.SceneReader;
import emptyrecord.control.watch.SwitchPanel;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.control.watch.Watcher;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of the page, put together once a second: frames one after another, and the history of a run in bounded
 * memory. Everything that grows is bounded: points by thinning, events and marks by leaving the oldest out.
 */
public final class PageFrames {

    /** Points of the curves: a night to the minute. */
    static final int POINTS = 1200;

    /** Events kept for the page; older ones are in the run's folder. */
    static final int EVENTS = 400;

    /** Events in one frame; a burst beyond them is left out of the page. */
    static final int EVENTS_A_FRAME = 60;

    static final int MARKS = 200;

    private final Sources sources;
    private final String boot;
    private final Curves curves = new Curves(POINTS);
    private final OperatorsHands hands = new OperatorsHands();
    private final List<Curves.Point> points = new ArrayList<>();
    private final Deque<Event> events = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private SwitchPanel panel = new SwitchPanel(List.of(), List.of());
    private long position;
    private long seq;
    private long lastPoint;

    /** Sources of a frame. */
    public record Sources(
            Watcher watcher,
            SceneReader scenes,
            EventFeed feed,
            CurrentPhase phases,
            Replays replays,
            Switchboards switchboards,
            IncidentClock clock) {}

    /** @param boot a name for this start of the process */
    public PageFrames(Sources sources, String boot) {
        this.sources = sources;
        this.boot = boot;
    }

    /** Takes a sample's point into the curves; the same sample again is nothing new. */
    public synchronized void see(Sample sample) {
        if (sample.seq() <= lastPoint) {
            return;
        }
        lastPoint = sample.seq();
        Curves.Point point =
                new Curves.Point(sample.seq(), rounded(minutes(sample.wall())), StoryCurves.values(sample));
        curves.add(point);
        points.add(point);
        if (points.size() > POINTS) {
            points.removeFirst();
        }
    }

    /** Asks all services that answer for their switches. */
    public SwitchPanel readPanel() {
        Sample last = sources.watcher().look().sample();
        SwitchPanel fresh = sources.switchboards().panel(last == null ? List.of() : last.gaps());
        synchronized (this) {
            panel = fresh;
        }
        return fresh;
    }

    /** The next frame; empty before the first sample. Services are asked outside of the lock. */
    public Optional<Frame> next() {
        return sources.scenes().read(sources.watcher().look()).map(this::frame);
    }

    private synchronized Frame frame(Scene scene) {
        Instant now = sources.clock().wallInstant();
        Frame.Fresh fresh = fresh();
        List<Finding> findings = Diagnosis.of(scene);
        Optional<ReplayView> replay = sources.replays().look();
        return new Frame(
                boot,
                ++seq,
                rounded(minutes(now)),
                sources.clock().zero().map(z -> rounded(minutes(z))).orElse(null),
                tPlus(replay, now),
                sources.clock().speed(),
                sources.phases().now().tag(),
                PhaseWords.of(scene.sample(), sources.phases().now()),
                machine(now),
                scene,
                findings,
                Beliefs.of(scene, findings, hands.at(findings, scene.minutes())),
                replay.map(PageFrames::run).orElse(null),
                switched(),
                fresh);
    }

    private @Nullable String machine(Instant now) {
        return MachineWatch.words(sources.feed().since(now.minus(MachineWatch.SHOWN), MachineWatch::reads), now);
    }

    /** Everything up to the last frame. */
    public synchronized History history() {
        List<Curves.Point> upToTheFrame = curves.all().stream()
                .filter(p -> points.isEmpty() || p.seq() < points.getFirst().seq())
                .toList();
        return new History(
                boot, seq, StoryCurves.SERIES, upToTheFrame, List.copyOf(events), List.copyOf(marks), AwsNight.ENTRIES);
    }

    private Frame.Fresh fresh() {
        EventFeed.Part part = sources.feed().after(position, EVENTS_A_FRAME);
        position = part.position();
        List<Mark> made = new ArrayList<>();
        for (Event event : part.events()) {
            keep(events, event, EVENTS);
            Mark.of(event, rounded(minutes(event.wall()))).ifPresent(made::add);
            hands.see(event);
        }
        made.forEach(m -> keep(marks, m, MARKS));
        Frame.Fresh fresh = new Frame.Fresh(List.copyOf(points), part.events(), made);
        points.clear();
        return fresh;
    }

    private @Nullable Double tPlus(Optional<ReplayView> replay, Instant now) {
        return replay.map(r -> Optional.ofNullable(r.tPlusMinutes()))
                .orElseGet(() -> sources.clock().minutesSinceZero(now))
                .map(PageFrames::rounded)
                .orElse(null);
    }

    private Frame.Switched switched() {
        List<Frame.FaultOn> faults = new ArrayList<>();
        for (SwitchPanel.FaultSwitch f : panel.faults()) {
            SwitchPanel.Injected on = f.injected();
            if (on != null) {
                faults.add(new Frame.FaultOn(f.service(), f.name(), on.magnitude(), on.target()));
            }
        }
        return new Frame.Switched(
                faults,
                panel.guards().stream()
                        .filter(SwitchPanel.GuardSwitch::on)
                        .map(g -> new Frame.GuardOn(g.name(), g.timesActed()))
                        .toList());
    }

    private static Frame.Run run(ReplayView r) {
        return new Frame.Run(
                r.id(),
                r.state().name(),
                r.phase(),
                r.untilMinutes(),
                r.round(),
                r.maxRounds(),
                r.outcome(),
                r.reason(),
                r.milestones().stream()
                        .map(m -> new Frame.Reached(m.name(), m.here(), m.verdict()))
                        .toList());
    }

    private double minutes(Instant wall) {
        IncidentClock clock = sources.clock();
        return IncidentClock.toMinutes(Duration.between(clock.origin(), clock.toIncident(wall)));
    }

    private static double rounded(double minutes) {
        return Math.round(minutes * 100) / 100.0;
    }

    private static <T> void keep(Deque<T> kept, T one, int most) {
        kept.addLast(one);
        if (kept.size() > most) {
            kept.removeFirst();
        }
    }
}
