package emptyrecord.lab.dns;

import emptyrecord.kit.dns.DnsAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of the DNS management at one moment, from its public interfaces. A service that does not answer counts as
 * empty: that is a finding, not an error.
 *
 * @param incident incident time of the snapshot
 */
public record DnsSnapshot(
        Optional<Instant> incident,
        Optional<PlannerSeen> planner,
        List<EnactorSeen> enactors,
        List<EndpointSeen> endpoints) {

    public DnsSnapshot {
        enactors = List.copyOf(enactors);
        endpoints = List.copyOf(endpoints);
    }

    /** @param latest generation of its newest plan, empty before the first */
    public record PlannerSeen(OptionalLong latest, boolean frozen) {}

    /** @param state empty if it does not answer */
    public record EnactorSeen(String name, Optional<EnactorState> state) {}

    /**
     * An enactor's {@code GET /state}.
     *
     * @param holding the plan in its memory
     * @param endpoint that it works on, empty between passes
     * @param attempt locks lost in a row there
     * @param applied plan of its last full pass
     */
    public record EnactorState(
            OptionalLong holding, String endpoint, String step, int attempt, OptionalLong applied, boolean frozen) {}

    /**
     * A name that customers resolve.
     *
     * @param records of its zone from the Route 53 API, empty if that does not answer
     * @param answer of DNS for A
     */
    public record EndpointSeen(String name, String zone, Optional<List<ZoneRecord>> records, DnsAnswer answer) {}

    OptionalLong latest() {
        return planner.map(PlannerSeen::latest).orElse(OptionalLong.empty());
    }
}
