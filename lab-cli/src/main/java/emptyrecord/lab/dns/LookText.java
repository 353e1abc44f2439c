package emptyrecord.lab.dns;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.lab.dns.Look.EnactorSeen;
import emptyrecord.lab.dns.Look.EndpointSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One look as lines: automation, endpoints side by side, one endpoint's tree, and what is wrong. */
public final class LookText {

    private static final String ROW = "%-12s %-18s %-22s %-22s %-30s %s";

    private final Look look;
    private final Paint paint;
    private final List<Finding> findings;
    private final List<String> lines = new ArrayList<>();

    private LookText(Look look, Paint paint) {
        this.look = look;
        this.paint = paint;
        this.findings = Findings.of(look);
    }

    /** @param endpoint whose tree is drawn; if none is asked for, the first where something is wrong, else the last of the plan */
    public static List<String> lines(Look look, Paint paint, Optional<String> endpoint) {
        LookText text = new LookText(look, paint);
        text.automation();
        text.table();
        text.chosen(endpoint).ifPresent(text::tree);
        text.findings();
        return List.copyOf(text.lines);
    }

    private void automation() {
        lines.add(paint.title("DNS management"
                + look.incident()
                        .map(i -> " at " + Words.time(i) + " incident time")
                        .orElse("")));
        String planner = look.planner()
                .map(p -> "newest: " + Words.plan(p.latest()) + (p.frozen() ? ", frozen" : ""))
                .orElse("does not answer");
        lines.add(marked("  %-14s %s".formatted("planner", planner), "planner"));
        look.enactors().forEach(this::enactor);
        lines.add("");
    }

    private void enactor(EnactorSeen enactor) {
        String state = enactor.state()
                .map(s -> "holds: %-10s applied: %-10s %s%s%s"
                        .formatted(
                                Words.plan(s.holding()),
                                Words.plan(s.applied()),
                                s.endpoint().isEmpty() ? s.step() : s.step() + " at " + s.endpoint(),
                                s.attempt() > 0 ? ", locks lost in a row: " + s.attempt() : "",
                                s.frozen() ? ", frozen" : ""))
                .orElse("does not answer");
        lines.add(marked("  %-14s %s".formatted(enactor.name(), state), enactor.name()));
    }

    private void table() {
        lines.add(paint.title(ROW.formatted("endpoint", "DNS answers", "active", "rollback", "lock", "trees")));
        for (EndpointSeen endpoint : look.endpoints()) {
            Optional<ZoneView> zone = ZoneView.of(endpoint);
            lines.add(marked(
                    ROW.formatted(
                            endpoint.name(),
                            Words.answer(endpoint.answer()),
                            zone.map(z -> Words.pointer(z.apex())).orElse("?"),
                            zone.map(z -> Words.pointer(z.rollback())).orElse("?"),
                            zone.map(z -> Words.lock(z.lock(), look.incident())).orElse("?"),
                            zone.map(z -> Words.trees(z.trees())).orElse("?")),
                    endpoint.name()));
        }
        lines.add("");
    }

    private Optional<EndpointSeen> chosen(Optional<String> endpoint) {
        return look.endpoints().stream()
                .filter(e -> endpoint.map(e.name()::equals).orElseGet(() -> gravest(e.name()) == Finding.Gravity.WRONG))
                .findFirst()
                .or(() -> look.endpoints().reversed().stream().findFirst());
    }

    private void tree(EndpointSeen endpoint) {
        lines.add(paint.title("the tree of " + endpoint.name()));
        ZoneView.of(endpoint).ifPresent(zone -> {
            ladder(zone, endpoint.zone(), zone.apex());
            ladder(zone, "_rollback." + endpoint.zone(), zone.rollback());
        });
        String asked = "  dig " + endpoint.zone() + ": " + Words.answer(endpoint.answer());
        lines.add(endpoint.answer() instanceof DnsAnswer.Addresses ? paint.good(asked) : paint.wrong(asked));
        lines.add("");
    }

    private void ladder(ZoneView zone, String name, Optional<ZoneView.Pointer> pointer) {
        lines.add("  " + name);
        if (pointer.isEmpty()) {
            lines.add(paint.wrong("    no ALIAS"));
            return;
        }
        TreeName target = pointer.get().target();
        lines.add("    ALIAS -> " + target.name());
        if (!pointer.get().exists()) {
            lines.add(paint.wrong("      is not in the zone"));
        }
        for (ZoneView.Leaf leaf : zone.leaves(target)) {
            String addresses = leaf.addresses().isEmpty() ? "its leaf is gone" : String.join(" ", leaf.addresses());
            lines.add("      %-8s weight %-4d %s".formatted(leaf.loadBalancer(), leaf.weight(), addresses));
        }
    }

    private void findings() {
        if (findings.isEmpty()) {
            lines.add(paint.good("nothing is wrong"));
        }
        for (Finding finding : findings) {
            boolean wrong = finding.gravity() == Finding.Gravity.WRONG;
            String line = (wrong ? "WRONG  " : "note   ") + finding.subject() + ": " + finding.words();
            lines.add(wrong ? paint.wrong(line) : paint.note(line));
        }
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
