package emptyrecord.lab.dns;

import emptyrecord.kit.dns.DnsAnswer;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The short texts of the view's cells. */
final class CellText {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CellText() {}

    static String answer(DnsAnswer answer) {
        return switch (answer) {
            case DnsAnswer.Addresses found ->
                found.addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" "));
            case DnsAnswer.Empty empty -> "NOERROR, ANSWER: 0";
            case DnsAnswer.NoSuchName none -> "NXDOMAIN";
            case DnsAnswer.ServerDead dead -> "no answer";
        };
    }

    static String pointer(Optional<ZoneView.Pointer> pointer) {
        return pointer.map(p -> p.target().shown() + (p.exists() ? "" : " GONE"))
                .orElse("none");
    }

    static String lock(Optional<ZoneView.LockSeen> lock, Optional<Instant> incident) {
        if (lock.isEmpty()) {
            return "never taken";
        }
        ZoneView.LockSeen seen = lock.get();
        boolean held = incident.map(seen::isHeldAt).orElse(seen.until().isAfter(Instant.EPOCH));
        return held ? seen.holder() + " until " + time(seen.until()) : "free (last " + seen.holder() + ")";
    }

    static String time(Instant incident) {
        return CLOCK.format(incident);
    }

    static String plan(OptionalLong plan) {
        return plan.isPresent() ? "plan " + plan.getAsLong() : "nothing";
    }

    /** Generations as ranges: {@code 110 137-145}; trees that belong to no plan by their names. */
    static String trees(List<TreeName> trees) {
        List<Long> plans = trees.stream()
                .filter(t -> t.plan().isPresent())
                .map(t -> t.plan().getAsLong())
                .sorted()
                .toList();
        List<String> words = new ArrayList<>(ranges(plans));
        trees.stream().filter(t -> t.plan().isEmpty()).map(TreeName::shown).forEach(words::add);
        return words.isEmpty() ? "none" : String.join(" ", words);
    }

    private static List<String> ranges(List<Long> sorted) {
        List<String> ranges = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to + 1 < sorted.size() && sorted.get(to + 1) == sorted.get(to) + 1) {
                to++;
            }
            ranges.add(from == to ? "" + sorted.get(from) : sorted.get(from) + "-" + sorted.get(to));
            from = to + 1;
        }
        return ranges;
    }
}
