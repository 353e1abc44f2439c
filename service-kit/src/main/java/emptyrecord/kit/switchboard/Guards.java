package emptyrecord.kit.switchboard;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The guards of one service, by name. */
public final class Guards {

    private final Map<String, Guard> guards = new ConcurrentHashMap<>();
    private final Set<String> onAtStart;

    /** All off, as in the night. */
    public Guards() {
        this(Set.of());
    }

    /** @param onAtStart those of these names that the service declares are on from the beginning */
    public Guards(Set<String> onAtStart) {
        this.onAtStart = Set.copyOf(onAtStart);
    }

    /** Declares a guard, off unless wanted from the start; a second declaration of the same name gives the first one back. */
    public Guard declare(String name, String meaning) {
        return guards.computeIfAbsent(name, n -> newGuard(n, meaning));
    }

    private Guard newGuard(String name, String meaning) {
        Guard guard = new Guard(name, meaning);
        guard.set(onAtStart.contains(name));
        return guard;
    }

    public Optional<Guard> find(String name) {
        return Optional.ofNullable(guards.get(name));
    }

    public List<Guard> all() {
        Collection<Guard> all = guards.values();
        return all.stream().sorted(Comparator.comparing(Guard::name)).toList();
    }
}
