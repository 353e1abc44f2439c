package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.fleet.Fleet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TerminateInstances: accepted whenever DynamoDB resolves, journaled, and carried out when the droplet has a lease.
 * During the event that is hours later; then all of it reaches the Network Manager at once (F13).
 */
public final class Terminator {

    private static final Logger log = LoggerFactory.getLogger(Terminator.class);

    private final Fleet fleet;
    private final InstanceStore store;
    private final Outbox outbox;
    private final Prerequisites prerequisites;
    private final Gate gate;
    private final InstantSource clock;
    private final ApiTally tally;

    /** Carried out but not recorded: at most as many as there are instances. */
    private final Queue<String> unnoted = new ConcurrentLinkedQueue<>();

    /**
     * @param limit EC2's request limit
     * @param limited whether terminations draw from it
     */
    public record Gate(RequestLimit limit, boolean limited) {}

    /** An accepted termination of one instance. */
    public record Accepted(Instance instance, Instance.State before) {}

    public Terminator(
            Fleet fleet,
            InstanceStore store,
            Outbox outbox,
            Prerequisites prerequisites,
            Gate gate,
            InstantSource clock,
            ApiTally tally) {
        this.fleet = fleet;
        this.store = store;
        this.outbox = outbox;
        this.prerequisites = prerequisites;
        this.gate = gate;
        this.clock = clock;
        this.tally = tally;
    }

    /** Hands terminations that an earlier process had accepted to the hosts again. */
    public void start() {
        store.all().stream()
                .filter(i -> i.state() == Instance.State.SHUTTING_DOWN)
                .forEach(i -> fleet.terminate(i.droplet(), i.id()));
    }

    /** @throws Ec2Exception if one of them is unknown (then none is terminated), or with EC2's code */
    public List<Accepted> terminate(List<String> ids) {
        try {
            if (gate.limited()) {
                gate.limit().admitTerminations(ids.size());
            }
            prerequisites.check();
            mustExist(ids);
        } catch (Ec2Exception e) {
            tally.add(ApiOutcome.TERMINATION_REFUSED);
            throw e;
        }
        List<Accepted> accepted = new ArrayList<>();
        ids.forEach(id -> store.find(id).map(this::accept).ifPresent(accepted::add));
        return accepted;
    }

    private void mustExist(List<String> ids) {
        List<String> unknown =
                ids.stream().filter(id -> store.find(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw Ec2Exception.unknown(unknown);
        }
    }

    private Accepted accept(Instance before) {
        tally.add(ApiOutcome.TERMINATION_ACCEPTED);
        if (before.state() != Instance.State.RUNNING) {
            return new Accepted(before, before.state());
        }
        Instance after = store.change(
                        before.id(),
                        i -> i.state() == Instance.State.RUNNING ? i.with(Instance.State.SHUTTING_DOWN, null) : i)
                .orElse(before);
        fleet.terminate(after.droplet(), after.id());
        return new Accepted(after, before.state());
    }

    /** A host has carried the termination out. If it cannot be recorded now, it waits for {@link #noteAgain}. */
    public void executed(String id) {
        try {
            note(id);
        } catch (RuntimeException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("instance", id)
                    .log("a termination was carried out but could not be noted, trying again");
            unnoted.add(id);
        }
    }

    /** Records the terminations that a full disk rejected, until one fails again. */
    public synchronized void noteAgain() {
        for (String id = unnoted.peek(); id != null; id = unnoted.peek()) {
            try {
                note(id);
            } catch (RuntimeException e) {
                log.atDebug().setCause(e).addKeyValue("instance", id).log("still not noted");
                return;
            }
            unnoted.remove(id);
        }
    }

    private void note(String id) {
        Optional<Instance> terminated = store.change(
                id,
                i -> i.state() == Instance.State.TERMINATED ? i : i.with(Instance.State.TERMINATED, clock.instant()));
        terminated.ifPresent(instance -> {
            tally.add(ApiOutcome.TERMINATION_EXECUTED);
            outbox.terminated(instance);
        });
    }
}
