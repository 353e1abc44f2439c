package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.call.BreakerRule;
import emptyrecord.dwfm.core.call.CallGuard;
import emptyrecord.dwfm.core.call.CountedPlaces;
import emptyrecord.dwfm.core.call.TimeLimit;
import emptyrecord.dwfm.core.host.Parts;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.fleet.Agents;
import emptyrecord.dwfm.fleet.DropletLink;
import emptyrecord.dwfm.fleet.LeaseTable;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.switchboard.Guards;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;

/**
 * The guards of hosts that resilience4j implements. Each host has its own parts, named after it.
 *
 * @param parameters of every host
 */
public record HostGuards(Guards guards, LeaseParameters parameters, IncidentClock clock, Registries registries) {

    /** The library cannot wait for less. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** @param host for example {@code dwfm-1} */
    public Parts parts(String host) {
        return new LibraryParts(host, parameters, registries);
    }

    public LeaseTable around(String host, LeaseTable table) {
        return new BreakingTable(table, breaker(host + ".dynamo", CallGuard.DYNAMO_BREAKER));
    }

    /** The breaker sees handshakes that the time limit has cut as failed ones. */
    public Agents around(String host, Agents agents) {
        Duration real = clock.toReal(TimeLimit.of(parameters).most());
        TimeLimiterConfig limit = TimeLimiterConfig.custom()
                .timeoutDuration(real.compareTo(SHORTEST) < 0 ? SHORTEST : real)
                .cancelRunningFuture(true)
                .build();
        Agents limited = new TimeLimitedAgents(
                agents,
                CallGuard.TIME_LIMITER.in(guards),
                registries.timeLimiters().timeLimiter(host + ".handshake", limit));
        return new BreakingAgents(limited, breaker(host + ".droplets", CallGuard.DROPLET_BREAKER));
    }

    public DropletLink around(String host, DropletLink link) {
        return new CrowdedLink(
                link,
                CallGuard.HANDSHAKE_BULKHEAD.in(guards),
                new LibraryPlaces(host + ".handshakes", CountedPlaces.of(parameters), registries.bulkheads()));
    }

    private GuardedBreaker breaker(String name, CallGuard guard) {
        LibraryBreaker.Source source = new LibraryBreaker.Source(registries.breakers(), clock);
        return new GuardedBreaker(
                guard.in(guards), new LibraryBreaker(name, BreakerRule.of(parameters), source), clock);
    }
}
