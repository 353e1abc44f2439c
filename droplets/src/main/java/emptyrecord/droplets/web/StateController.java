package emptyrecord.droplets.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.droplets.DropletsState;
import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.agents.DropletAgents;
import emptyrecord.droplets.agents.GatewayTally;
import emptyrecord.droplets.agents.Outcome;
import emptyrecord.droplets.agents.Tally;
import emptyrecord.droplets.core.Refusal;
import emptyrecord.droplets.rpc.Gateway;
import emptyrecord.droplets.telemetry.CheckTimes;
import emptyrecord.kit.clock.IncidentClock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: leases obeyed now, and what became of the calls. */
@RestController
class StateController {

    private final DropletAgents agents;
    private final Tally tally;
    private final IncidentClock clock;
    private final CheckTimes times;
    private final Gateway gateway;

    StateController(DropletAgents agents, Gateway gateway, Tally tally, IncidentClock clock, CheckTimes times) {
        this.agents = agents;
        this.gateway = gateway;
        this.tally = tally;
        this.clock = clock;
        this.times = times;
    }

    @GetMapping(Routes.STATE)
    DropletsState state() {
        OptionalDouble slowdown = times.slowdown();
        return agents.ask(fleet -> new DropletsState(
                fleet.droplets().size(),
                fleet.leasesObeyed(clock.instant()),
                fleet.running(),
                calls(CallKind.CHECK),
                calls(CallKind.CHANGE),
                byName(Refusal.values(), tally::of),
                slowdown.isPresent() ? slowdown.getAsDouble() : null,
                gateway(fleet.shape().hosts())));
    }

    private DropletsState.Gateway gateway(int hosts) {
        GatewayTally calls = gateway.tally();
        return new DropletsState.Gateway(
                gateway.slots() * hosts,
                gateway.busy(),
                gateway.waiting(),
                calls.heard() + calls.wasted(),
                calls.wasted(),
                calls.dropped(),
                calls.turnedAway());
    }

    private DropletsState.Calls calls(CallKind kind) {
        return new DropletsState.Calls(
                tally.inFlight(kind), byName(Outcome.values(), outcome -> tally.of(kind, outcome)));
    }

    private static <E extends Enum<E>> Map<String, Long> byName(E[] names, ToLongFunction<E> count) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (E name : names) {
            counts.put(name.name().toLowerCase(Locale.ROOT), count.applyAsLong(name));
        }
        return counts;
    }
}
