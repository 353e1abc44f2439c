package emptyrecord.nlb.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A checker: an instance with a FIFO of its own and one slot. The FIFO has no bound of its own: it holds at most one
 * loop check per node, and verifications in proportion to changes of verdict, which is the night's amplifier (F71).
 */
final class CheckerState {

    /** A check that waits. */
    record Job(NodeState node, boolean verification, Instant queuedAt) {}

    private final String name;
    private final String zone;
    private final String instanceId;
    private final Deque<Job> queue = new ArrayDeque<>();
    private boolean busy;
    private final Instant inServiceSince;
    private boolean retired;
    private boolean reachable;
    private Instant freeAt;

    CheckerState(String name, String zone, String instanceId, Instant now) {
        this.name = name;
        this.zone = zone;
        this.instanceId = instanceId;
        this.inServiceSince = now;
        this.freeAt = now;
    }

    void add(Job job) {
        queue.add(job);
    }

    /** Takes the slot for the next check, if there is one and the slot is free. */
    Optional<Job> begin() {
        if (busy || retired || queue.isEmpty()) {
            return Optional.empty();
        }
        busy = true;
        return Optional.of(queue.remove());
    }

    /** Planned start of a job: when the slot came free by plan, or when the job came. */
    Instant start(Job job) {
        return job.queuedAt().isAfter(freeAt) ? job.queuedAt() : freeAt;
    }

    void end(Instant plannedEnd) {
        busy = false;
        freeAt = plannedEnd;
    }

    /** Leaves service; returns the waiting checks. */
    List<Job> retire() {
        retired = true;
        List<Job> left = List.copyOf(queue);
        queue.clear();
        return left;
    }

    boolean retired() {
        return retired;
    }

    Instant inServiceSince() {
        return inServiceSince;
    }

    /** Whether its network state is known to be propagated everywhere. */
    boolean reachable() {
        return reachable;
    }

    void becomeReachable() {
        reachable = true;
    }

    int waiting() {
        return queue.size();
    }

    String name() {
        return name;
    }

    String zone() {
        return zone;
    }

    String instanceId() {
        return instanceId;
    }
}
