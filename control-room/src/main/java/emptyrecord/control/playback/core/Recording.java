package emptyrecord.control.playback.core;

import emptyrecord.api.run.Milestone;
import emptyrecord.control.page.Frame;
import emptyrecord.control.page.core.AwsNight;
import emptyrecord.control.page.core.Curves;
import emptyrecord.control.page.core.Mark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the page plays it back. Minutes are incident minutes since the run began.
 *
 * @param id of the run; without its scenario's name where causes are left out
 * @param speed incident seconds per real second
 * @param guards on from the start
 * @param outcome of the report, for example {@code PLAYED}
 * @param causes whether injected faults, and what the page takes for the cause, are contained
 * @param zeroMinutes of T+0; null for a run without one
 * @param series names of the curves' values
 * @param points of the curves, one for each frame
 * @param injected the true causes: faults, as they were injected and cleared; empty where they are left out
 * @param alarms that fired, with the drill's rules; Alertmanager's own are not recorded
 * @param noted whether the desk's notes were recorded; if not, frames are made of samples and events alone
 * @param frames in order of time; {@code fresh}, {@code replay} and {@code switched} are empty in them
 */
public record Recording(
        String id,
        long seed,
        double speed,
        Instant startedAt,
        String regionalName,
        List<String> guards,
        String outcome,
        boolean causes,
        @Nullable Double zeroMinutes,
        List<String> series,
        List<Curves.Point> points,
        List<Mark> marks,
        List<AwsNight.Entry> aws,
        List<Milestone> milestones,
        List<Injected> injected,
        List<AlarmLine> alarms,
        boolean noted,
        List<Frame> frames) {

    public Recording {
        guards = List.copyOf(guards);
        series = List.copyOf(series);
        points = List.copyOf(points);
        marks = List.copyOf(marks);
        aws = List.copyOf(aws);
        milestones = List.copyOf(milestones);
        injected = List.copyOf(injected);
        alarms = List.copyOf(alarms);
        frames = List.copyOf(frames);
    }

    /** A fault that was injected, or cleared, at a service. */
    public record Injected(double minutes, String service, String what) {}

    /** An alarm that fires, or is over, from that minute on. */
    public record AlarmLine(double minutes, String alarm, boolean on) {}
}
