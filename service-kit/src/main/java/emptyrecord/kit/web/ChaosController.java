package emptyrecord.kit.web;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /chaos}, {@code GET/PUT/DELETE /chaos/{fault}}. A PUT takes {@code {"step": "night"}} or
 * {@code {"magnitude": 8}}, and optionally {@code "target"}; an empty object takes the first named step.
 */
@RestController
@RequestMapping("/chaos")
public class ChaosController {

    private final Faults faults;
    private final IncidentClock clock;
    private final EventLog events;

    public ChaosController(Faults faults, IncidentClock clock, EventLog events) {
        this.faults = faults;
        this.clock = clock;
        this.events = events;
    }

    record View(
            String name,
            String meaning,
            String unit,
            double min,
            double max,
            Map<String, Double> steps,
            Fault.@Nullable Injection injected) {
        static View of(Fault fault) {
            return new View(
                    fault.name(),
                    fault.meaning(),
                    fault.unit(),
                    fault.range().min(),
                    fault.range().max(),
                    new TreeMap<>(fault.steps()),
                    fault.injection().orElse(null));
        }
    }

    record Wanted(
            @Nullable String step,
            @Nullable Double magnitude,
            @Nullable String target) {}

    @GetMapping
    List<View> all() {
        return faults.all().stream().map(View::of).toList();
    }

    @GetMapping("/{name}")
    View one(@PathVariable String name) {
        return View.of(find(name));
    }

    @PutMapping("/{name}")
    View inject(@PathVariable String name, @RequestBody(required = false) @Nullable Wanted wanted) {
        Fault fault = find(name);
        Wanted asked = wanted == null ? new Wanted(null, null, null) : wanted;
        double magnitude = magnitude(fault, asked);
        fault.inject(magnitude, Optional.ofNullable(asked.target()), clock.wallInstant());
        events.record(
                "fault-injected",
                Map.of(
                        "fault", name,
                        "magnitude", magnitude,
                        "target", Optional.ofNullable(asked.target()).orElse("*")));
        return View.of(fault);
    }

    @DeleteMapping("/{name}")
    View clear(@PathVariable String name) {
        Fault fault = find(name);
        if (fault.injection().isPresent()) {
            fault.clear();
            events.record("fault-cleared", Map.of("fault", name));
        }
        return View.of(fault);
    }

    private static double magnitude(Fault fault, Wanted asked) {
        if (asked.step() != null && asked.magnitude() != null) {
            throw new IllegalArgumentException("Give a step or a magnitude, not both");
        }
        if (asked.step() != null) {
            Double named = fault.steps().get(asked.step());
            if (named == null) {
                throw new IllegalArgumentException("Fault " + fault.name() + " has no step '" + asked.step()
                        + "'; it has " + fault.steps().keySet());
            }
            return named;
        }
        return asked.magnitude() != null ? asked.magnitude() : fault.firstStep();
    }

    private Fault find(String name) {
        return faults.find(name)
                .orElseThrow(() -> new NotFoundException("This service has no fault '" + name + "'; it has "
                        + faults.all().stream().map(Fault::name).toList()));
    }
}
