package emptyrecord.e2e.kill;

import java.util.Set;

/**
 * An instance as its customer knows it.
 *
 * @param id of EC2
 * @param token of its launch
 * @param states in which EC2 may describe it, after all that was acknowledged and all that may have been accepted
 */
record Owned(String id, String token, Set<String> states) {

    static final Set<String> RUNNING = Set.of("running");
    static final Set<String> STOPPED = Set.of("stopping", "stopped");
    static final Set<String> TERMINATED = Set.of("shutting-down", "terminated");

    Owned {
        states = Set.copyOf(states);
    }

    /** Acknowledged: nothing else is possible any more. */
    Owned in(Set<String> acknowledged) {
        return new Owned(id, token, acknowledged);
    }

    /** Asked for, but not known whether it was accepted. */
    Owned maybeIn(Set<String> others) {
        Set<String> both = new java.util.HashSet<>(states);
        both.addAll(others);
        return new Owned(id, token, both);
    }

    /** It runs, and nobody has asked for anything else. */
    boolean mustRun() {
        return states.equals(RUNNING);
    }

    boolean isEnded() {
        return states.equals(TERMINATED);
    }
}
