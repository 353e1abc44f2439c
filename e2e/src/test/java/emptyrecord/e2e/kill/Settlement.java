package emptyrecord.e2e.kill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares EC2, the droplets and the customers once nothing is under way any more: all that was acknowledged is as
 * ordered, an instance that runs runs on one droplet, one that does not on none, and droplets run nothing else.
 *
 * <p>What a failed launch leaves on a droplet is ended by an order that DWFM keeps in memory, so {@code kill -9} of DWFM
 * may leave it there (dwfm/README.md, "The handshake"). Such a leftover is counted, and no violation unless {@code
 * strict}. One whose launch was tried after the last kill of DWFM is a violation in any case.
 */
final class Settlement {

    private final Sources sources;
    private final boolean strict;
    private int leftovers;

    /** Those who know what there is. */
    record Sources(Ec2 ec2, AgentsRecord agents, PlacementWitness placements, List<Customer> customers) {}

    Settlement(Sources sources, boolean strict) {
        this.sources = sources;
        this.strict = strict;
    }

    /** What is wrong, or not done yet. */
    List<String> open(Instant lastKill) {
        Optional<List<Ec2.Described>> described = sources.ec2().describeAll();
        if (described.isEmpty()) {
            return List.of("EC2 does not answer");
        }
        leftovers = 0;
        List<String> wrong = new ArrayList<>();
        Map<String, Ec2.Described> byId = described.get().stream()
                .collect(Collectors.toMap(Ec2.Described::id, d -> d, (a, b) -> a, HashMap::new));
        sources.customers().forEach(c -> compare(c, byId, wrong));
        Set<String> all = new TreeSet<>(byId.keySet());
        Map<String, Set<String>> running = sources.agents().running();
        all.addAll(running.keySet());
        all.forEach(id -> compare(id, byId.get(id), running.getOrDefault(id, Set.of()), lastKill)
                .ifPresent(wrong::add));
        return wrong;
    }

    /** How many droplets run an instance that should not run there, or that EC2 does not know, because of the kills. */
    int leftovers() {
        return leftovers;
    }

    private void compare(Customer customer, Map<String, Ec2.Described> byId, List<String> wrong) {
        customer.owned().forEach((id, owned) -> {
            Ec2.Described now = byId.get(id);
            if (now == null || !owned.states().contains(now.state())) {
                wrong.add(owned + " is described as " + now);
            }
        });
        customer.acknowledged().forEach((token, ids) -> {
            Set<String> launched = byId.values().stream()
                    .filter(d -> d.token().equals(token))
                    .map(Ec2.Described::id)
                    .collect(Collectors.toSet());
            if (!launched.equals(new HashSet<>(ids))) {
                wrong.add(token + " was answered with " + ids + " and has launched " + launched);
            }
        });
    }

    /** @param now null if EC2 does not know it */
    private Optional<String> compare(String id, Ec2.@Nullable Described now, Set<String> droplets, Instant lastKill) {
        String what = (now == null ? id + ", which EC2 does not know," : now.toString()) + " runs on " + droplets;
        String state = now == null ? "unknown" : now.state();
        int due = state.equals("running") ? 1 : 0;
        boolean wrong = switch (state) {
            case "running" -> droplets.isEmpty();
            case "stopped", "terminated" -> !sources.placements().wasEnded(id);
            case "unknown" -> false;
            default -> true;
        };
        leftovers += Math.max(0, droplets.size() - due);
        boolean tooMany = strict ? droplets.size() > due : unexcused(id, droplets, lastKill) > due;
        return wrong || tooMany ? Optional.of(what) : Optional.empty();
    }

    /** Droplets that run it without the excuse of a kill. */
    private long unexcused(String instance, Set<String> droplets, Instant lastKill) {
        return droplets.stream()
                .filter(droplet -> !sources.placements().mayRun(droplet, instance)
                        || sources.placements()
                                .lastStart(droplet, instance)
                                .filter(start -> start.isBefore(lastKill))
                                .isEmpty())
                .count();
    }
}
