package emptyrecord.control.watch;

import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.Peers;
import emptyrecord.control.watch.core.HoldWatch;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The DNS automation's part of a scene: planner, enactors and the regional zone, and how long each has been unchanged.
 */
final class AutomationReader {

    private final Peers peers;
    private final SceneReader.DnsEyes dns;
    private final IncidentClock clock;
    private final HoldWatch holds = new HoldWatch();

    AutomationReader(Peers peers, SceneReader.DnsEyes dns, IncidentClock clock) {
        this.peers = peers;
        this.dns = dns;
        this.clock = clock;
    }

    /** Null when the planner does not answer. */
    Scene.@Nullable Planner planner(boolean frozen, @Nullable PublishedPlan latest, double minutes) {
        if (latest == null) {
            return null;
        }
        long generation = latest.generation();
        return new Scene.Planner(generation, frozen, held("planner", generation, minutes));
    }

    List<Scene.Enactor> enactors(Map<String, EnactorState> states, double minutes) {
        List<Scene.Enactor> all = new ArrayList<>();
        for (Peer peer : peers.enactors()) {
            EnactorState n = states.get(peer.name());
            all.add(
                    n == null
                            ? new Scene.Enactor(peer.name(), false, null, null, "", 0, null, false, null, 0)
                            : enactor(peer.name(), n, minutes));
        }
        return all;
    }

    private Scene.Enactor enactor(String name, EnactorState state, double minutes) {
        Long holding = state.holdingPlan();
        return new Scene.Enactor(
                name,
                true,
                holding,
                state.endpoint(),
                state.step(),
                state.attempt(),
                state.lastAppliedPlan(),
                state.frozen(),
                held(name, holding, minutes),
                Objects.requireNonNullElse(held(name + " as a whole", state, minutes), 0.0));
    }

    /** Null when Route 53 does not answer. */
    Scene.@Nullable Zone zone(Sample sample, List<String> addresses, double minutes) {
        if (sample.gaps().contains(peers.route53().name())) {
            return null;
        }
        Optional<Scene.Zone> zone = dns.api().read(clock.instant(), addresses);
        String lag = zone.isPresent() && isBehind(zone.get()) ? "DNS does not know the active tree" : null;
        Double behind = held("dns", lag, minutes);
        return zone.map(z -> z.behind(behind == null ? 0 : behind)).orElse(null);
    }

    /** An accepted change is PENDING until the DNS servers have it: then the API lists a tree that DNS does not know. */
    private boolean isBehind(Scene.Zone zone) {
        Long active = zone.activePlan();
        return active != null
                && zone.treeThere()
                && dns.queries().lookup("plan-" + active + "." + dns.regionalName()) instanceof DnsAnswer.NoSuchName;
    }

    private synchronized @Nullable Double held(String who, @Nullable Object what, double minutes) {
        return holds.see(who, what, minutes);
    }
}
