package emptyrecord.control.watch;

import static emptyrecord.api.dwfm.DwfmCounter.ATTEMPTS_FAILED;
import static emptyrecord.api.dwfm.DwfmCounter.ATTEMPTS_LATE;
import static emptyrecord.api.dwfm.DwfmCounter.ATTEMPTS_SUCCEEDED;
import static emptyrecord.api.dwfm.DwfmCounter.CHECKS_FAILED;

import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.api.droplets.DropletsState;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.nlb.NlbState;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.api.route53.AnswersView;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the services' states into the parts of a sample. A service that does not answer is put on the list of gaps. */
final class PeerStates {

    private final PeerClient http;
    private final Peers peers;
    private final List<String> gaps = new ArrayList<>();
    private final Map<String, EnactorState> enactors = new TreeMap<>();
    private @Nullable PublishedPlan plan;
    private @Nullable DropletsState droplets;
    private @Nullable DwfmState dwfm;
    private @Nullable NetworkState network;
    private @Nullable NlbState nlb;

    PeerStates(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** The states of the services asked so far. */
    RegionStates states() {
        return new RegionStates(plan, enactors, droplets, dwfm, network, nlb);
    }

    private <T> @Nullable T ask(Peer peer, Resource<T> resource) {
        Optional<T> state = http.get(peer, resource);
        noteGap(peer, state.isPresent());
        return state.orElse(null);
    }

    private void noteGap(Peer peer, boolean answered) {
        if (!answered && !gaps.contains(peer.name())) {
            gaps.add(peer.name());
        }
    }

    @Nullable
    Integer possible(String name) {
        AnswersView answers = ask(peers.route53(), Resources.answers(name));
        return answers == null ? null : (Integer) answers.possible();
    }

    /** @param before the last sample's, for the rates; @param minutes since then */
    Sample.@Nullable Leases leases(Sample.@Nullable Leases before, double minutes) {
        DwfmState state = ask(peers.dwfm(), Resources.DWFM);
        dwfm = state;
        return state == null ? null : leases(state, before, minutes);
    }

    private static Sample.Leases leases(DwfmState state, Sample.@Nullable Leases before, double minutes) {
        DwfmState.Counters counters = state.counters();
        long made = counters.of(ATTEMPTS_SUCCEEDED);
        long attempts = made + counters.of(ATTEMPTS_FAILED) + counters.of(ATTEMPTS_LATE);
        boolean rates = before != null && minutes > 0 && attempts >= before.attemptsTotal();
        DwfmState.ApiLimit api = state.api();
        return new Sample.Leases(
                state.droplets(),
                state.leasesHeld(),
                state.queueLength(),
                state.oldestQueuedSeconds(),
                made,
                attempts,
                counters.of(CHECKS_FAILED),
                rates && before != null ? (Double) ((made - before.madeTotal()) / minutes) : null,
                rates && before != null ? (Double) ((attempts - before.attemptsTotal()) / minutes) : null,
                api == null ? null : (Double) api.ratePerMinute(),
                (int) state.hosts().stream().filter(DwfmState.Host::starting).count(),
                api != null && api.changed());
    }

    Sample.@Nullable Network network() {
        NetworkState state = ask(peers.network(), Resources.NETWORK);
        network = state;
        if (state == null) {
            return null;
        }
        Map<String, Integer> lengths = new TreeMap<>();
        state.queues().forEach(q -> lengths.put(q.az(), q.length()));
        return new Sample.Network(state.propagationDelaySeconds() / 60, lengths);
    }

    /** The load balancer and the counters that its failure share is made from. */
    record NlbSeen(Sample.Nlb nlb, long checks, long failed) {}

    @Nullable
    NlbSeen nlb(@Nullable NlbSeen before) {
        NlbState state = ask(peers.nlb(), Resources.NLB);
        nlb = state;
        return state == null ? null : nlb(state, before);
    }

    private static NlbSeen nlb(NlbState state, @Nullable NlbSeen before) {
        long checks = state.counters().checks();
        long failed = state.counters().checksFailed();
        boolean counted = before != null && checks > before.checks();
        return new NlbSeen(
                new Sample.Nlb(
                        state.healthyCapacityShare(),
                        state.inDnsShare(),
                        state.zones().stream()
                                .filter(NlbState.Zone::withdrawn)
                                .map(NlbState.Zone::az)
                                .toList(),
                        state.checkers(),
                        state.checkersWanted(),
                        state.meanResultAgeSeconds(),
                        state.autoFailover(),
                        counted && before != null
                                ? (Double) ((double) (failed - before.failed()) / (checks - before.checks()))
                                : null),
                checks,
                failed);
    }

    Sample.@Nullable Automation automation() {
        PublishedPlan latest = ask(peers.planner(), Resources.LATEST_PLAN);
        plan = latest;
        for (Peer enactor : peers.enactors()) {
            EnactorState state = ask(enactor, Resources.ENACTOR);
            if (state != null) {
                enactors.put(enactor.name(), state);
            }
        }
        Long generation = latest == null ? null : (Long) latest.generation();
        Long active = enactors.values().stream()
                .map(EnactorState::lastAppliedPlan)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
        return generation == null && active == null ? null : new Sample.Automation(generation, active);
    }

    void droplets() {
        droplets = ask(peers.droplets(), Resources.DROPLET_AGENTS);
    }

    void dynamo() {
        noteGap(peers.dynamo(), http.isAlive(peers.dynamo()));
    }
}
