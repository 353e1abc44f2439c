package emptyrecord.lab.command;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillStarted;
import emptyrecord.api.drill.DrillView;
import emptyrecord.api.drill.Proposal;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.RolesView;
import emptyrecord.api.drill.UpdatesDue;
import emptyrecord.lab.run.RunStatusLine;
import emptyrecord.lab.terminal.Table;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A drill in lines for a terminal. */
final class DrillText {

    private DrillText() {}

    /** @param page address of the trainees' page */
    static List<String> started(DrillStarted started, URI page) {
        List<String> lines = new ArrayList<>();
        lines.add("the drill of " + started.team() + " is on; nobody else can read what goes on behind it");
        if (started.roleTokens().isEmpty()) {
            lines.add("  trainees: " + page + ", or LAB_TOKEN=… ./lab drill status");
            lines.add("  their token: " + started.traineeToken());
        } else {
            lines.add("  a link to join for each role; what stands behind its # is the token, for LAB_TOKEN=…");
            started.roleTokens().forEach((role, token) -> lines.add("  " + role + ": " + page + "#" + token));
        }
        lines.add("  you: ./lab drill end, with the region's token");
        return lines;
    }

    static List<String> head(DrillView view) {
        List<String> lines = new ArrayList<>();
        lines.add(view.team() + ", minute " + Math.round(view.minute()) + ", " + DrillRoleCommands.small(view.state()));
        lines.add("customers see: " + RunStatusLine.customers(view.customersSee()));
        lines.add("alarms: " + (view.alarms().isEmpty() ? "none" : String.join(", ", view.alarms())));
        RolesView roles = view.roles();
        if (roles != null) {
            lines.addAll(roles(roles));
        }
        return lines;
    }

    private static List<String> roles(RolesView roles) {
        List<String> lines = new ArrayList<>();
        if (roles.role() != null) {
            lines.add("you are the " + roles.role() + "; you may: " + String.join(", ", roles.may()));
        }
        UpdatesDue updates = roles.updates();
        if (updates != null) {
            lines.add("status updates: " + due(updates));
        }
        for (Question q : roles.questions()) {
            if (q.answeredAt() == null) {
                lines.add("question " + q.number() + ", answer by minute " + Math.round(q.dueAt()) + ": " + q.who()
                        + ": " + q.text());
            }
        }
        for (Proposal p : roles.proposals()) {
            if (p.state() == Proposal.State.WAITING) {
                lines.add("proposal " + p.number() + " waits for the commander: " + p.text());
            }
        }
        return lines;
    }

    private static String due(UpdatesDue updates) {
        if (updates.overdueSince() != null) {
            return "overdue since minute " + Math.round(updates.overdueSince());
        }
        Double next = updates.nextDue();
        return next == null
                ? "none is due"
                : "the next by minute " + Math.round(next) + " (severity " + updates.severity() + ")";
    }

    static Table log(DrillView view) {
        Table table = new Table("", "minute", "what", "");
        view.log().forEach(line -> table.row("", line.minute(), kind(line), line.text()));
        return table;
    }

    private static String kind(DrillLine line) {
        Object by = line.ids().get(DrillLine.BY);
        String kind = DrillRoleCommands.small(line.kind());
        return line.kind().isTheirs() && by != null ? kind + " (" + by + ")" : kind;
    }
}
