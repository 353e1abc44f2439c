package emptyrecord.e2e.kill;

import emptyrecord.api.droplet.InstanceChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Hears every start and end on a droplet, and knows on which droplets an instance may run: those that were told to start
 * it and have not ended it since. An instance whose customer has it running is ended nowhere but where a launch left it
 * over, so there is always one droplet more.
 */
final class PlacementWitness {

    private final Predicate<String> mustRun;
    private final Findings findings;
    private final Map<String, Set<String>> mayRun = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    /** @param fresh a start on a droplet that was not told before to start this instance */
    record Call(InstanceChange change, boolean fresh) {}

    /** @param mustRun instances that a customer has running, without any order for them */
    PlacementWitness(Predicate<String> mustRun, Findings findings) {
        this.mustRun = mustRun;
        this.findings = findings;
    }

    synchronized Call sent(InstanceChange change) {
        if (change.getKind() != InstanceChange.Kind.START) {
            return new Call(change, false);
        }
        boolean fresh = mayRun.computeIfAbsent(change.getInstance(), i -> new HashSet<>())
                .add(change.getDroplet());
        return new Call(change, fresh);
    }

    synchronized void answered(Call call, boolean obeyed) {
        InstanceChange change = call.change();
        Set<String> where = mayRun.getOrDefault(change.getInstance(), new HashSet<>());
        if (change.getKind() == InstanceChange.Kind.START && !obeyed && call.fresh()) {
            where.remove(change.getDroplet());
        }
        if (change.getKind() == InstanceChange.Kind.END && obeyed) {
            ended.add(change.getInstance());
            where.remove(change.getDroplet());
            if (where.isEmpty() && mustRun.test(change.getInstance())) {
                findings.violated(change.getInstance() + " runs by order of its customer and was ended on "
                        + change.getDroplet());
            }
        }
    }

    /** Whether some droplet has answered an order to end it. */
    synchronized boolean wasEnded(String instance) {
        return ended.contains(instance);
    }

    /** An instance that the droplet was told to start and has not ended. */
    synchronized Optional<String> someOn(String droplet) {
        return mayRun.entrySet().stream()
                .filter(e -> e.getValue().contains(droplet))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
