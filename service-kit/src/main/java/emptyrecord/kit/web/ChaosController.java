package emptyrecord.kit.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.FaultLease;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.safety.SafetySettings;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
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
@RequestMapping(Routes.FAULTS)
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

    @GetMapping
    List<FaultView> all() {
        return faults.all().stream().map(ChaosController::view).toList();
    }

    @GetMapping("/{name}")
    FaultView one(@PathVariable String name) {
        return view(find(name));
    }

    @PutMapping("/{name}")
    FaultView inject(@PathVariable String name, @RequestBody(required = false) @Nullable FaultRequest wanted) {
        Fault fault = find(name);
        FaultRequest asked = wanted == null ? FaultRequest.plain() : wanted;
        if (asked.target() != null && asked.target().length() > TARGET_MAX) {
            throw new IllegalArgumentException("target has at most " + TARGET_MAX + " characters");
        }
        double magnitude = magnitude(fault, asked);
        Instant now = clock.wallInstant();
        fault.inject(new Fault.Injection(magnitude, Optional.ofNullable(asked.target()), now, end(asked.lease(), now)));
        events.recordRequested(
                EventKind.FAULT_INJECTED,
                Map.of(
                        EventId.FAULT, name,
                        EventId.MAGNITUDE, magnitude,
                        EventId.TARGET, Optional.ofNullable(asked.target()).orElse("*")));
        return view(fault);
    }

    @PutMapping("/{name}/lease")
    FaultView renew(@PathVariable String name, @RequestBody(required = false) @Nullable FaultLease wanted) {
        Fault fault = find(name);
        FaultLease lease = wanted == null ? new FaultLease(null, null) : wanted;
        if (!fault.renew(end(lease, clock.wallInstant()))) {
            throw new IllegalStateException("Fault " + name
                    + " is not injected, so it has no lease to renew; PUT /chaos/" + name + " injects it");
        }
        return view(fault);
    }

    @DeleteMapping("/{name}")
    FaultView clear(@PathVariable String name) {
        Fault fault = find(name);
        if (fault.injection().isPresent()) {
            fault.clear();
            events.recordRequested(EventKind.FAULT_CLEARED, Map.of(EventId.FAULT, name));
        }
        return view(fault);
    }

    private static double magnitude(Fault fault, FaultRequest asked) {
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

    /** When a lease ends; empty when it never does. */
    private Optional<Instant> end(FaultLease lease, Instant now) {
        Double minutes = lease.leaseMinutes();
        boolean forever = Boolean.TRUE.equals(lease.untilHealed());
        if (minutes == null) {
            return forever ? Optional.empty() : Optional.of(now.plus(safety.faultLease()));
        }
        if (forever) {
            throw new IllegalArgumentException("Give leaseMinutes or untilHealed, not both");
        }
        if (!(minutes > 0 && minutes <= LEASE_MINUTES_MAX)) {
            throw new IllegalArgumentException("leaseMinutes must be more than 0 and at most " + LEASE_MINUTES_MAX
                    + " real minutes, not " + minutes + "; for longer say \"untilHealed\": true");
        }
        return Optional.of(now.plusMillis(Math.round(minutes * 60_000)));
    }

    private static FaultView view(Fault fault) {
        return new FaultView(
                fault.name(),
                fault.meaning(),
                fault.unit(),
                fault.range().min(),
                fault.range().max(),
                new TreeMap<>(fault.steps()),
                fault.targets().map(those -> those.stream().sorted().toList()).orElse(null),
                fault.injection().map(ChaosController::injected).orElse(null));
    }

    private static FaultView.Injected injected(Fault.Injection on) {
        return new FaultView.Injected(
                on.magnitude(), on.target().orElse(null), on.since(), on.until().orElse(null));
    }

    private Fault find(String name) {
        return faults.find(name)
                .orElseThrow(() -> new NotFoundException("This service has no fault '" + name + "'; it has "
                        + faults.all().stream().map(Fault::name).toList()));
    }
}
