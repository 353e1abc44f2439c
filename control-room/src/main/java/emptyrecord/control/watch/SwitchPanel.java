package emptyrecord.control.watch;

import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.GuardView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All guards and faults of the region with their descriptions and their state, as the page shows them. */
public record SwitchPanel(List<FaultSwitch> faults, List<GuardSwitch> guards) {

    /**
     * A fault of one service.
     *
     * @param meaning one sentence: what it does, and the fact it is based on
     * @param steps named magnitudes
     * @param injected null while it is off
     */
    public record FaultSwitch(
            String service,
            String name,
            String meaning,
            String unit,
            Map<String, Double> steps,
            @Nullable Injected injected) {}

    public record Injected(double magnitude, @Nullable String target) {}

    /** @param on whether every service that has it has it on; {@code timesActed} is added up over them */
    public record GuardSwitch(String name, String meaning, boolean on, long timesActed, List<String> services) {}

    /** Puts the panel together, service by service. */
    static final class Builder {

        private final List<FaultSwitch> faults = new ArrayList<>();
        private final Map<String, GuardSwitch> guards = new TreeMap<>();

        void guard(String service, GuardView g) {
            GuardSwitch shown = new GuardSwitch(g.name(), g.meaning(), g.on(), g.timesActed(), List.of(service));
            guards.merge(g.name(), shown, Builder::joined);
        }

        private static GuardSwitch joined(GuardSwitch a, GuardSwitch b) {
            List<String> services = new ArrayList<>(a.services());
            services.addAll(b.services());
            return new GuardSwitch(
                    a.name(), a.meaning(), a.on() && b.on(), a.timesActed() + b.timesActed(), List.copyOf(services));
        }

        void fault(String service, FaultView f) {
            faults.add(new FaultSwitch(
                    service,
                    f.name(),
                    f.meaning(),
                    f.unit(),
                    f.steps(),
                    f.injection()
                            .map(on -> new Injected(on.magnitude(), on.target()))
                            .orElse(null)));
        }

        SwitchPanel build() {
            return new SwitchPanel(List.copyOf(faults), List.copyOf(guards.values()));
        }
    }
}
