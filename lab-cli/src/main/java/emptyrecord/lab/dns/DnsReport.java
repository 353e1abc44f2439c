package emptyrecord.lab.dns;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.lab.dns.DnsSnapshot.EnactorSeen;
import emptyrecord.lab.dns.DnsSnapshot.EnactorState;
import emptyrecord.lab.dns.DnsSnapshot.EndpointSeen;
import emptyrecord.lab.terminal.Fit;
import emptyrecord.lab.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One snapshot as lines: automation, endpoints side by side, one endpoint's tree, and the findings. */
public final class DnsReport {

    private final DnsSnapshot look;
    private final Colours paint;
    private final int columns;
    private final List<Finding> findings;
    private final List<String> lines = new ArrayList<>();

    private DnsReport(DnsSnapshot look, Form form) {
        this.look = look;
        this.paint = form.paint();
        this.columns = form.columns();
        this.findings = Findings.of(look);
    }

    /** @param columns to fit into; {@link Table#UNLIMITED} where there is no terminal */
    public record Form(Colours paint, int columns) {}

    /**
     * The lines. Findings are above the tree, so that a low window cuts the tree first.
     *
     * @param endpoint whose tree is drawn; by default the first with a finding, else the plan's last
     */
    public static List<String> lines(DnsSnapshot look, Form form, Optional<String> endpoint) {
        DnsReport text = new DnsReport(look, form);
        text.automation();
        text.table();
        text.findings();
        text.chosen(endpoint).ifPresent(text::tree);
        return List.copyOf(text.lines);
    }

    private void automation() {
        lines.add(paint.title("DNS management"
                + look.incident()
                        .map(i -> " at " + CellText.time(i) + " incident time")
                        .orElse("")));
        Table table = new Table("", "", "", "", "");
        List<String> subjects = new ArrayList<>(List.of("planner"));
        table.row(
                "",
                "planner",
                look.planner()
                        .map(p -> "newest: " + CellText.plan(p.latest()) + (p.frozen() ? ", frozen" : ""))
                        .orElse("does not answer"),
                "",
                "");
        for (EnactorSeen enactor : look.enactors()) {
            subjects.add(enactor.name());
            enactor(table, enactor);
        }
        rows(table, subjects);
        lines.add("");
    }

    private static void enactor(Table table, EnactorSeen enactor) {
        if (enactor.state().isEmpty()) {
            table.row("", enactor.name(), "does not answer", "", "");
            return;
        }
        EnactorState s = enactor.state().get();
        table.row(
                "",
                enactor.name(),
                "holds: " + CellText.plan(s.holding()),
                "applied: " + CellText.plan(s.applied()),
                (s.endpoint().isEmpty() ? s.step() : s.step() + " at " + s.endpoint())
                        + (s.attempt() > 0 ? ", locks lost in a row: " + s.attempt() : "")
                        + (s.frozen() ? ", frozen" : ""));
    }

    private void table() {
        Table table = new Table("endpoint", "DNS answers", "active", "rollback", "lock", "trees");
        for (EndpointSeen endpoint : look.endpoints()) {
            Optional<ZoneView> zone = ZoneView.of(endpoint);
            table.row(
                    endpoint.name(),
                    CellText.answer(endpoint.answer()),
                    zone.map(z -> CellText.pointer(z.apex())).orElse("?"),
                    zone.map(z -> CellText.pointer(z.rollback())).orElse("?"),
                    zone.map(z -> CellText.lock(z.lock(), look.incident())).orElse("?"),
                    zone.map(z -> CellText.trees(z.trees())).orElse("?"));
        }
        List<List<String>> rows = table.rowsOfLines(columns);
        rows.getFirst().forEach(line -> lines.add(paint.title(line)));
        for (int i = 1; i < rows.size(); i++) {
            mark(rows.get(i), look.endpoints().get(i - 1).name());
        }
        lines.add("");
    }

    private void rows(Table table, List<String> subjects) {
        List<List<String>> rows = table.rowsOfLines(columns);
        for (int i = 0; i < rows.size(); i++) {
            mark(rows.get(i), subjects.get(i));
        }
    }

    private void mark(List<String> row, String subject) {
        row.forEach(line -> lines.add(marked(line, subject)));
    }

    private Optional<EndpointSeen> chosen(Optional<String> endpoint) {
        return look.endpoints().stream()
                .filter(e -> endpoint.map(e.name()::equals).orElseGet(() -> gravest(e.name()) == Finding.Gravity.WRONG))
                .findFirst()
                .or(() -> look.endpoints().reversed().stream().findFirst());
    }

    private void tree(EndpointSeen endpoint) {
        lines.add("");
        lines.add(paint.title("the tree of " + endpoint.name()));
        String asked = "  dig " + endpoint.zone() + ": " + CellText.answer(endpoint.answer());
        boolean fine = endpoint.answer() instanceof DnsAnswer.Addresses;
        wrapped(asked).forEach(line -> lines.add(fine ? paint.good(line) : paint.wrong(line)));
        ZoneView.of(endpoint).ifPresent(zone -> {
            ladder(zone, endpoint.zone(), zone.apex());
            ladder(zone, "_rollback." + endpoint.zone(), zone.rollback());
        });
    }

    private void ladder(ZoneView zone, String name, Optional<ZoneView.Pointer> pointer) {
        lines.addAll(wrapped("  " + name));
        if (pointer.isEmpty()) {
            lines.add(paint.wrong("    no ALIAS"));
            return;
        }
        TreeName target = pointer.get().target();
        lines.addAll(wrapped("    ALIAS -> " + target.name()));
        if (!pointer.get().exists()) {
            lines.add(paint.wrong("      is not in the zone"));
        }
        for (ZoneView.Leaf leaf : zone.leaves(target)) {
            String addresses = leaf.addresses().isEmpty() ? "its leaf is gone" : String.join(" ", leaf.addresses());
            lines.addAll(wrapped("      %-8s weight %-4d %s".formatted(leaf.loadBalancer(), leaf.weight(), addresses)));
        }
    }

    private void findings() {
        if (findings.isEmpty()) {
            lines.add(paint.good("nothing is wrong"));
        }
        for (Finding finding : findings) {
            boolean wrong = finding.gravity() == Finding.Gravity.WRONG;
            Table table = new Table("", "").row(wrong ? "WRONG" : "note ", finding.subject() + ": " + finding.words());
            table.lines(columns).forEach(line -> lines.add(wrong ? paint.wrong(line) : paint.note(line)));
        }
    }

    private List<String> wrapped(String line) {
        return Fit.wrap(line, columns);
    }

    private String marked(String line, String subject) {
        return switch (gravest(subject)) {
            case WRONG -> paint.wrong(line);
            case NOTE -> paint.note(line);
            case FINE -> line;
        };
    }

    private Finding.Gravity gravest(String subject) {
        return findings.stream()
                .filter(f -> f.subject().equals(subject))
                .map(Finding::gravity)
                .min(Enum::compareTo)
                .orElse(Finding.Gravity.FINE);
    }
}
