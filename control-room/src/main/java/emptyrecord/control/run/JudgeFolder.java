package emptyrecord.control.run;

import emptyrecord.api.run.Milestone;
import emptyrecord.night.judge.Report;
import java.nio.file.Path;
import java.util.Locale;

/** Judges a run again from its folder: {@code JudgeFolder DIR}. Exit status 0 only if every milestone was met. */
public final class JudgeFolder {

    private JudgeFolder() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("Give the folder of one run, for example run/control-room/runs/20260101-120000-1");
            System.exit(2);
        }
        try {
            Report report = judge(Path.of(args[0]));
            System.out.println(table(report));
            System.exit(report.allMet() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @throws IllegalArgumentException if the folder is not a run's */
    public static Report judge(Path folder) {
        return RunFolder.judge(folder);
    }

    /** The milestones as a table for a terminal: AWS beside here. */
    public static String table(Report report) {
        StringBuilder out = new StringBuilder();
        line(out, "Milestone", "AWS", "here", "window", "verdict");
        for (Milestone m : report.milestones()) {
            Double here = m.here();
            line(
                    out,
                    m.title(),
                    m.aws(),
                    here == null ? m.detail() : "T+" + here,
                    window(m.from()) + "…" + window(m.to()),
                    m.verdict().name() + (report.machine().milestonesInStalls().contains(m.name()) ? " *" : ""));
        }
        if (!report.machine().keptUp()) {
            out.append(report.machine().words()).append(System.lineSeparator());
        }
        return out.append("outcome: ").append(report.outcome()).toString();
    }

    private static String window(double minutes) {
        return "T+" + Math.round(minutes);
    }

    private static void line(StringBuilder out, Object... columns) {
        out.append(String.format(Locale.ROOT, "%-50s %-18s %-24s %-14s %s%n", columns));
    }
}
