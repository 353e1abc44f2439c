package emptyrecord.e2e.kill;

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
 * ordered, an instance that runs runs on one droplet, one that does not on none, and droplets run nothing else. A failed
 * launch leaves nothing: its end is ordered by whichever process comes next.
 */
final class Settlement {

    private final Sources sources;

    /** Those who know what there is. */
    record Sources(Ec2 ec2, AgentsRecord agents, PlacementWitness placements, List<Customer> customers) {}

    Settlement(Sources sources) {
        this.sources = sources;
    }

    /** What is wrong, or not done yet. */
    List<String> open() {
        Optional<List<Ec2.Described>> described = sources.ec2().describeAll();
        if (described.isEmpty()) {
            return List.of("EC2 does not answer");
        }
        List<String> wrong = new ArrayList<>();
        Map<String, Ec2.Described> byId = described.get().stream()
                .collect(Collectors.toMap(Ec2.Described::id, d -> d, (a, b) -> a, HashMap::new));
        sources.customers().forEach(c -> compare(c, byId, wrong));
        Set<String> all = new TreeSet<>(byId.keySet());
        Map<String, Set<String>> running = sources.agents().running();
        all.addAll(running.keySet());
        all.forEach(id ->
                compare(id, byId.get(id), running.getOrDefault(id, Set.of())).ifPresent(wrong::add));
        return wrong;
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
    private Optional<String> compare(String id, Ec2.@Nullable Described now, Set<String> droplets) {
        String what = (now == null ? id + ", which EC2 does not know," : now.toString()) + " runs on " + droplets;
        String state = now == null ? "unknown" : now.state();
        int due = state.equals("running") ? 1 : 0;
        boolean wrong = switch (state) {
            case "running" -> droplets.isEmpty();
            case "stopped", "terminated" -> !sources.placements().wasEnded(id);
            case "unknown" -> false;
            default -> true;
        };
        return wrong || droplets.size() > due ? Optional.of(what) : Optional.empty();
    }
}
