package emptyrecord.kit.switchboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults of one service, by name. */
public final class Faults {

    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    /** Adds a fault, not injected; gives it back. */
    public Fault declare(Fault fault) {
        if (faults.putIfAbsent(fault.name(), fault) != null) {
            throw new IllegalStateException("fault " + fault.name() + " is declared twice");
        }
        return fault;
    }

    public Optional<Fault> find(String name) {
        return Optional.ofNullable(faults.get(name));
    }

    public List<Fault> all() {
        return faults.values().stream()
                .sorted(Comparator.comparing(Fault::name))
                .toList();
    }
}
