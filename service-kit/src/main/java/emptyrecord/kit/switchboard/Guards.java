package emptyrecord.kit.switchboard;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The guards of one service, by name. */
public final class Guards {

    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /** Declares a guard, off; a second declaration of the same name gives the first one back. */
    public Guard declare(String name, String meaning) {
        return guards.computeIfAbsent(name, n -> new Guard(n, meaning));
    }

    public Optional<Guard> find(String name) {
        return Optional.ofNullable(guards.get(name));
    }

    public List<Guard> all() {
        Collection<Guard> all = guards.values();
        return all.stream().sorted(Comparator.comparing(Guard::name)).toList();
    }
}
