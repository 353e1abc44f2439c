package emptyrecord.lab.run;

import emptyrecord.api.run.Milestone;
import emptyrecord.lab.terminal.Table;
import emptyrecord.night.judge.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A night's milestones as a table, AWS beside the lab. A star: the machine stalled then. */
public final class JudgeTable {

    private JudgeTable() {}

    public static List<String> lines(Report report, int columns) {
        Table table = new Table("milestone", "AWS", "here", "window", "verdict", "basis");
        for (Milestone m : report.milestones()) {
            Double here = m.here();
            table.row(
                    m.title(),
                    m.aws(),
                    here == null ? m.detail() : String.format(Locale.ROOT, "T+%.1f", here),
                    window(m),
                    words(m.verdict()) + (report.machine().milestonesInStalls().contains(m.name()) ? " *" : ""),
                    basis(m));
        }
        List<String> lines = new ArrayList<>(table.lines(columns));
        if (!report.machine().keptUp()) {
            lines.add(report.machine().words());
        }
        return lines;
    }

    private static String window(Milestone m) {
        return "T+" + Math.round(m.from()) + (m.from() == m.to() ? "" : "\u2026" + Math.round(m.to()));
    }

    /** Empty for a report from before this was said. */
    private static String basis(Milestone m) {
        Milestone.Basis basis = m.basis();
        return basis == null ? "" : basis.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Milestone.Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case MISSED -> "MISSED";
            case NOT_REACHED -> "not reached";
        };
    }
}
