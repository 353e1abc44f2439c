package emptyrecord.nlb.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state that a journal of {@link FleetFact}s adds up to: each slot's instance, and the terminations that are still
 * due.
 */
public final class FleetMemory {

    private final Map<String, FleetFact> playing = new LinkedHashMap<>();
    private final Map<String, FleetFact> passed = new LinkedHashMap<>();
    private final Map<String, FleetFact> gone = new LinkedHashMap<>();
    private Optional<FleetFact> broughtUp = Optional.empty();

    public FleetMemory(List<FleetFact> facts) {
        facts.forEach(this::add);
    }

    /** The same memory in as few facts as possible, for the journal to be rewritten with. */
    public List<FleetFact> facts() {
        List<FleetFact> facts = new ArrayList<>(playing.values());
        facts.addAll(passed.values());
        facts.addAll(gone.values());
        broughtUp.ifPresent(facts::add);
        return facts;
    }

    List<FleetFact> playing(Role role) {
        return playing.values().stream().filter(f -> f.role() == role).toList();
    }

    Optional<FleetFact> playing(String slot) {
        return Optional.ofNullable(playing.get(slot));
    }

    boolean passed(String instanceId) {
        return passed.containsKey(instanceId);
    }

    List<String> toTerminate() {
        return List.copyOf(gone.keySet());
    }

    boolean broughtUp() {
        return broughtUp.isPresent();
    }

    private void add(FleetFact fact) {
        switch (fact.kind()) {
            case LAUNCHED -> playing.put(fact.slot(), fact);
            case PASSED -> passed.put(fact.instanceId(), fact);
            case GONE -> {
                playing.values().removeIf(f -> f.instanceId().equals(fact.instanceId()));
                passed.remove(fact.instanceId());
                gone.put(fact.instanceId(), fact);
            }
            case TERMINATED -> gone.remove(fact.instanceId());
            case BROUGHT_UP -> broughtUp = Optional.of(fact);
        }
    }
}
