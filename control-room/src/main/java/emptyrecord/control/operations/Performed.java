package emptyrecord.control.operations;

import java.util.Set;
import java.util.TreeSet;

/** Which operations were asked for since the last reset, those that failed half-way included. */
public final class Performed {

    private final Set<String> names = new TreeSet<>();

    synchronized void note(String operation) {
        names.add(operation);
    }

    /** The names since the last call. */
    synchronized Set<String> take() {
        Set<String> taken = new TreeSet<>(names);
        names.clear();
        return taken;
    }
}
