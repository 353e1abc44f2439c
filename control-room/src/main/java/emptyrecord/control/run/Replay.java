package emptyrecord.control.run;

import emptyrecord.control.run.ReplayView.State;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.playbook.Rule;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.steady.Check;
import emptyrecord.night.steady.SteadyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One replay of the night, from the steady state to the report, on a thread of its own. */
final class Replay {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private final Lab lab;
    private final RunSettings settings;
    private final Diary diary;
    private final Thread thread;

    private volatile State state = State.STEADYING;
    private volatile String phase = "waiting for the steady state";
    private volatile int round;
    private volatile double reached;
    private volatile List<Check> steady = List.of();
    private volatile @Nullable Instant zero;
    private volatile @Nullable Crew crew;
    private volatile @Nullable Report report;

    Replay(Lab lab, RunSettings settings, Diary diary) {
        this.lab = lab;
        this.settings = settings;
        this.diary = diary;
        this.thread = Thread.ofVirtual().name("replay-" + settings.id()).unstarted(this::run);
    }

    /** How a replay ended; FAILED carries its sentence. */
    private static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message);
        }
    }

    void start() {
        thread.start();
    }

    void abort() {
        thread.interrupt();
    }

    boolean over() {
        return state.over();
    }

    private void run() {
        try {
            end(State.FINISHED, play(), "");
        } catch (InterruptedException e) {
            end(State.ABORTED, "ABORTED", "aborted in " + state + ": " + phase);
        } catch (FailedException | IllegalStateException e) {
            end(State.FAILED, "FAILED", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("replay {} failed", settings.id());
            end(State.FAILED, "FAILED", e.toString());
        }
    }

    private String play() throws InterruptedException {
        prepare();
        becomeSteady();
        if (!settings.trigger()) {
            state = State.RUNNING;
            phase = "a quiet soak";
            watchFor(settings.untilMinutes());
            return "QUIET";
        }
        state = State.TRIGGERING;
        Optional<Instant> empty = race();
        if (empty.isEmpty()) {
            phase = "the record never became empty; watching on";
            watchFor(settings.quietMinutes());
            return "NEVER_EMPTY";
        }
        state = State.RUNNING;
        night(empty.get());
        return "PLAYED";
    }

    /** A night begins with guards as wanted, no T+0, and customers who start from the seed. */
    private void prepare() {
        lab.clock().clearZero();
        lab.peers().all().forEach(p -> lab.http().delete(p, "/clock/zero"));
        lab.switchboards().onlyGuards(Set.copyOf(settings.guards()));
        lab.demand().startNight(settings.seed());
    }

    private void becomeSteady() throws InterruptedException {
        long deadline =
                System.nanoTime() + lab.settings().replay().steadyLimit().toNanos();
        while (true) {
            List<Sample> fresh = diary.next();
            if (!fresh.isEmpty()) {
                steady = SteadyState.checks(fresh.getLast(), lab.switchboards().injected());
                if (steady.stream().allMatch(Check::ok)) {
                    lab.events().record("steady-reached", Map.of("id", settings.id()));
                    return;
                }
                phase = "waiting for the steady state: " + open();
            }
            if (System.nanoTime() > deadline) {
                throw new FailedException("The region did not become steady: " + open());
            }
        }
    }

    private String open() {
        return steady.stream()
                .filter(c -> !c.ok())
                .map(c -> c.name() + " (" + c.detail() + ")")
                .reduce((a, b) -> a + ", " + b)
                .orElse("no sample");
    }

    private Optional<Instant> race() throws InterruptedException {
        RaceStep race = new RaceStep(lab, diary, settings.seed());
        for (round = 1; round <= settings.maxRounds(); round++) {
            phase = "the race: one enactor keeps losing the lock";
            Optional<Instant> empty = race.round(round);
            if (empty.isPresent()) {
                return empty;
            }
        }
        round = settings.maxRounds();
        return Optional.empty();
    }

    private void watchFor(double minutes) throws InterruptedException {
        Instant end = lab.clock().instant().plus(IncidentClock.ofMinutes(minutes));
        while (lab.clock().instant().isBefore(end)) {
            diary.next();
        }
    }

    private void night(Instant at) throws InterruptedException {
        zero = at;
        lab.clock().zeroAt(at);
        lab.peers().all().forEach(p -> lab.http().put(p, "/clock/zero", Map.of("at", at.toString())));
        Crew onDuty = new Crew(lab, Rule.of(settings.playbook(), dwfmHosts()));
        crew = onDuty;
        while (reached < settings.untilMinutes()) {
            for (Sample sample : diary.next()) {
                reached = Run.minutes(settings, at, sample.wall());
                phase = PhaseWords.of(sample);
                onDuty.look(reached, sample);
            }
            diary.tellMilestones();
        }
    }

    private List<String> dwfmHosts() {
        List<String> hosts = new ArrayList<>();
        lab.http()
                .get(lab.peers().dwfm(), "/state")
                .ifPresent(n ->
                        n.path("hosts").forEach(h -> hosts.add(h.path("host").asString())));
        return hosts;
    }

    private void end(State how, String outcome, String reason) {
        boolean interrupted = Thread.interrupted();
        try {
            report = diary.close(interrupted ? "ABORTED" : outcome, reason);
            phase = reason.isEmpty() ? "finished" : reason;
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("cannot write the report of {}", settings.id());
            phase = "the report could not be written: " + e.getMessage();
        } finally {
            diary.close();
            state = interrupted ? State.ABORTED : how;
        }
    }

    private double minutes() {
        Instant from = zero;
        return from == null ? 0 : Run.minutes(settings, from, lab.clock().wallInstant());
    }

    double tPlusMinutes() {
        return state.over() ? reached : minutes();
    }

    boolean racing() {
        return state == State.TRIGGERING;
    }

    int rounds() {
        return round;
    }

    ReplayView view() {
        State now = state; // Before the report, which is there before its state: who sees an end sees its outcome.
        Report done = report;
        Crew onDuty = crew;
        Instant from = zero;
        Double minutes = from == null ? null : (Double) minutes();
        return new ReplayView(
                settings.id(),
                now,
                phase,
                now.over() && minutes != null ? (Double) Math.min(minutes, settings.untilMinutes()) : minutes,
                settings.untilMinutes(),
                round,
                settings.maxRounds(),
                customersSee(),
                diary.milestones(),
                onDuty == null ? null : onDuty.last(),
                steady,
                done == null ? null : done.outcome(),
                done == null ? "" : done.reason(),
                done == null ? null : (Boolean) done.allMet(),
                diary.folder().toString());
    }

    private Map<String, Long> customersSee() {
        return lab.watcher()
                .latest()
                .map(sample -> sample.customers().successPercents())
                .orElseGet(Map::of);
    }
}
