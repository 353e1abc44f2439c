package emptyrecord.e2e.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Dependencies: a graph of names, in alphabetical order so that the same code gives the same text. */
final class Arrows {

    private final SortedMap<String, Set<String>> targets = new TreeMap<>();

    /** One arrow. */
    record Arrow(String from, String to) {}

    void node(String name) {
        targets.computeIfAbsent(name, n -> new TreeSet<>());
    }

    void add(String from, String to) {
        node(from);
        node(to);
        if (!from.equals(to)) {
            targets.getOrDefault(from, Set.of()).add(to);
        }
    }

    Set<String> nodes() {
        return targets.keySet();
    }

    /** Arrows without redundant ones: a → c is left out if a → b → c exists. Needs a graph without cycles. */
    List<Arrow> withoutDetours() {
        List<Arrow> kept = new ArrayList<>();
        targets.forEach((from, direct) -> direct.forEach(to -> {
            if (direct.stream().noneMatch(other -> !other.equals(to) && reaches(other, to))) {
                kept.add(new Arrow(from, to));
            }
        }));
        return kept;
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String here = open.removeLast();
            if (here.equals(to)) {
                return true;
            }
            if (seen.add(here)) {
                open.addAll(targets.getOrDefault(here, Set.of()));
            }
        }
        return false;
    }
}
