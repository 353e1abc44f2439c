package emptyrecord.kit.web;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.safety.SafetySettings;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.time.Duration;
import java.time.Instant;
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
 * {@code {"magnitude": 8}}, and optionally a {@code "target"} of the fault's; an empty object takes the first named step. The injection has a
 * lease of the setting's length, of {@code "leaseMinutes"}, or none with {@code "untilHealed": true}; {@code PUT
 * /chaos/{fault}/lease} renews it.
 */
@RestController
@RequestMapping("/chaos")
public class ChaosController {

    private static final double LEASE_MINUTES_MAX = 24 * 60;

    /** Characters of a target: the name of a service, zone, host or record. */
    private static final int TARGET_MAX = 253;

    private final Faults faults;
    private final IncidentClock clock;
    private final EventLog events;
    private final SafetySettings safety;

    public ChaosController(Faults faults, IncidentClock clock, EventLog events, SafetySettings safety) {
        this.faults = faults;
        this.clock = clock;
        this.events = events;
        this.safety = safety;
    }

    /** @param targets what an injection may be limited to, none: nothing; null: any name */
    record View(
            String name,
            String meaning,
            String unit,
            double min,
            double max,
            Map<String, Double> steps,
            @Nullable List<String> targets,
            Fault.@Nullable Injection injected) {
        static View of(Fault fault) {
            return new View(
                    fault.name(),
                    fault.meaning(),
                    fault.unit(),
                    fault.range().min(),
                    fault.range().max(),
                    new TreeMap<>(fault.steps()),
                    fault.targets()
                            .map(those -> those.stream().sorted().toList())
                            .orElse(null),
                    fault.injection().orElse(null));
        }
    }

    record Wanted(
            @Nullable String step,
            @Nullable Double magnitude,
            @Nullable String target,
            @Nullable Double leaseMinutes,
            @Nullable Boolean untilHealed) {

        Lease lease() {
            return new Lease(leaseMinutes, untilHealed);
        }
    }

    /** @param leaseMinutes real minutes from now @param untilHealed no lease */
    record Lease(@Nullable Double leaseMinutes, @Nullable Boolean untilHealed) {

        /** When it ends. */
        Optional<Instant> until(Instant now, Duration otherwise) {
            boolean forever = Boolean.TRUE.equals(untilHealed);
            if (leaseMinutes == null) {
                return forever ? Optional.empty() : Optional.of(now.plus(otherwise));
            }
            if (forever) {
                throw new IllegalArgumentException("Give leaseMinutes or untilHealed, not both");
            }
            if (!(leaseMinutes > 0 && leaseMinutes <= LEASE_MINUTES_MAX)) {
                throw new IllegalArgumentException("leaseMinutes must be more than 0 and at most " + LEASE_MINUTES_MAX
                        + " real minutes, not " + leaseMinutes + "; for longer say \"untilHealed\": true");
            }
            return Optional.of(now.plusMillis(Math.round(leaseMinutes * 60_000)));
        }
    }

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
        Wanted asked = wanted == null ? new Wanted(null, null, null, null, null) : wanted;
        if (asked.target() != null && asked.target().length() > TARGET_MAX) {
            throw new IllegalArgumentException("target has at most " + TARGET_MAX + " characters");
        }
        double magnitude = magnitude(fault, asked);
        Instant now = clock.wallInstant();
        fault.inject(new Fault.Injection(
                magnitude,
                Optional.ofNullable(asked.target()),
                now,
                asked.lease().until(now, safety.faultLease())));
        events.recordRequested(
                "fault-injected",
                Map.of(
                        "fault", name,
                        "magnitude", magnitude,
                        "target", Optional.ofNullable(asked.target()).orElse("*")));
        return View.of(fault);
    }

    @PutMapping("/{name}/lease")
    View renew(@PathVariable String name, @RequestBody(required = false) @Nullable Lease wanted) {
        Fault fault = find(name);
        Lease lease = wanted == null ? new Lease(null, null) : wanted;
        if (!fault.renew(lease.until(clock.wallInstant(), safety.faultLease()))) {
            throw new IllegalStateException("Fault " + name
                    + " is not injected, so it has no lease to renew; PUT /chaos/" + name + " injects it");
        }
        return View.of(fault);
    }

    @DeleteMapping("/{name}")
    View clear(@PathVariable String name) {
        Fault fault = find(name);
        if (fault.injection().isPresent()) {
            fault.clear();
            events.recordRequested("fault-cleared", Map.of("fault", name));
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
