package emptyrecord.night.judge;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Decides from a run's events whether the machine kept up, so that a stall does not count as a part of the incident.
 */
final class MachineJudge {

    /** Incident minutes after a stall in which a moment still counts as affected: the judge's windows are as wide. */
    private static final double BEHIND = CustomerWindows.WIDTH;

    private final Run run;
    private final List<LateSpan> all;
    private final List<LateSpan> stalls;

    private MachineJudge(Run run) {
        this.run = run;
        this.all = LateSpan.of(run.events());
        this.stalls = LateSpan.ofMachine(all);
    }

    static Machine judge(Run run, List<Milestone> milestones) {
        return new MachineJudge(run).machine(milestones);
    }

    private Machine machine(List<Milestone> milestones) {
        Duration worst =
                stalls.stream().map(LateSpan::worst).max(Duration::compareTo).orElse(Duration.ZERO);
        double share = lateShare();
        List<String> marked =
                milestones.stream().filter(this::inStall).map(Milestone::name).toList();
        return new Machine(
                stalls.isEmpty(),
                seconds(worst),
                incidentSeconds(worst),
                share,
                stalls.stream().map(this::span).toList(),
                all.stream()
                        .filter(s -> stalls.stream().noneMatch(s::touches))
                        .map(this::span)
                        .toList(),
                run.events().stream()
                        .filter(EventKind.SERVICE_RESTARTED::is)
                        .map(MachineJudge::restart)
                        .toList(),
                marked,
                words(worst, share, marked));
    }

    private String words(Duration worst, double share, List<String> marked) {
        if (stalls.isEmpty()) {
            return "The machine kept up: no two services' timers were late at once.";
        }
        return String.format(
                Locale.ROOT,
                "The machine stalled %d %s, worst %.1f s (%.0f incident seconds), %.1f %% of the time.%s",
                stalls.size(),
                stalls.size() == 1 ? "time" : "times",
                seconds(worst),
                incidentSeconds(worst),
                100 * share,
                marked.isEmpty() ? " No milestone fell into a stall." : " Milestones marked with * fell into a stall.");
    }

    private boolean inStall(Milestone m) {
        Double here = m.here();
        return here != null
                && stalls.stream().anyMatch(s -> {
                    Double from = run.minutes(s.from());
                    Double to = run.minutes(s.to());
                    return from != null && to != null && here >= from && here <= to + BEHIND;
                });
    }

    private double lateShare() {
        Instant end = run.events().stream()
                .map(Event::wall)
                .max(Instant::compareTo)
                .orElse(run.settings().startedAt());
        double length = Duration.between(run.settings().startedAt(), end).toMillis();
        double late = stalls.stream()
                .mapToDouble(s -> Duration.between(s.from(), s.to()).toMillis())
                .sum();
        return length <= 0 ? 0 : Math.round(Math.min(1, late / length) * 1e4) / 1e4;
    }

    private Machine.Span span(LateSpan s) {
        return new Machine.Span(
                s.from(),
                s.to(),
                run.minutes(s.from()),
                seconds(s.worst()),
                incidentSeconds(s.worst()),
                s.services().stream().sorted().toList());
    }

    private static Machine.Restart restart(Event e) {
        return new Machine.Restart(e.wall(), e.tPlusMinutes(), e.service(), EventId.EXIT_STATUS.text(e, ""));
    }

    private static double seconds(Duration real) {
        return real.toMillis() / 1000.0;
    }

    private double incidentSeconds(Duration real) {
        return Math.round(seconds(real) * run.settings().speed());
    }
}
