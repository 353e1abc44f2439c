package emptyrecord.lab.dns;

import emptyrecord.api.client.Resources;
import emptyrecord.api.common.ClockView;
import emptyrecord.api.json.Absent;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.lab.dns.DnsSnapshot.EnactorSeen;
import emptyrecord.lab.dns.DnsSnapshot.EnactorState;
import emptyrecord.lab.dns.DnsSnapshot.EndpointSeen;
import emptyrecord.lab.dns.DnsSnapshot.PlannerSeen;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the DNS management through its public interfaces only: HTTP of planner and enactors, the Route 53 API, DNS. */
public final class DnsSnapshotReader {

    private static final String ZONES = "/2013-04-01/hostedzone";

    private final StateReader http;
    private final DnsLookup dns;
    private final Places places;

    public DnsSnapshotReader(StateReader http, DnsLookup dns, Places places) {
        this.http = http;
        this.dns = dns;
        this.places = places;
    }

    /**
     * The services' addresses.
     *
     * @param enactors by name
     */
    public record Places(URI planner, URI route53, Map<String, URI> enactors) {}

    public DnsSnapshot look() {
        Optional<PublishedPlan> plan = http.read(places.planner(), Resources.LATEST_PLAN);
        List<EnactorSeen> enactors = new ArrayList<>();
        places.enactors()
                .forEach((name, url) -> enactors.add(
                        new EnactorSeen(name, http.read(url, Resources.ENACTOR).map(DnsSnapshotReader::enactor))));
        List<EndpointSeen> endpoints = endpoints(plan);
        return new DnsSnapshot(incident(), planner(plan), enactors, endpoints);
    }

    private Optional<Instant> incident() {
        return http.read(places.planner(), Resources.CLOCK)
                .or(() -> http.read(places.route53(), Resources.CLOCK))
                .map(ClockView::incident);
    }

    private Optional<PlannerSeen> planner(Optional<PublishedPlan> plan) {
        OptionalLong latest = plan.map(p -> OptionalLong.of(p.generation())).orElse(OptionalLong.empty());
        return http.read(places.planner(), Resources.FREEZE).map(freeze -> new PlannerSeen(latest, freeze.on()));
    }

    private static EnactorState enactor(emptyrecord.api.enactor.EnactorState told) {
        return new EnactorState(
                number(told.holdingPlan()),
                Absent.toEmpty(told.endpoint()),
                told.step(),
                told.attempt(),
                number(told.lastAppliedPlan()),
                told.frozen());
    }

    private static OptionalLong number(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The plan's endpoints; without a planner, the zones that hold an enactor's lock. */
    private List<EndpointSeen> endpoints(Optional<PublishedPlan> plan) {
        Map<String, String> ids = http.bytes(places.route53().resolve(ZONES))
                .map(ZoneXml::zoneIds)
                .orElse(Map.of());
        Map<String, String> zones = new LinkedHashMap<>();
        plan.ifPresent(p -> p.endpoints().forEach(e -> zones.put(e.zone(), e.name())));
        if (!zones.isEmpty()) {
            return zones.entrySet().stream()
                    .map(e -> endpoint(e.getValue(), e.getKey(), ids))
                    .toList();
        }
        return ids.keySet().stream()
                .map(zone -> endpoint(zone, zone, ids))
                .filter(e -> ZoneView.of(e).flatMap(ZoneView::lock).isPresent())
                .toList();
    }

    private EndpointSeen endpoint(String name, String zone, Map<String, String> ids) {
        return new EndpointSeen(
                name, zone, Optional.ofNullable(ids.get(zone)).flatMap(this::records), dns.lookup(zone));
    }

    /** Every page; none if the API stops answering on the way. */
    private Optional<List<ZoneRecord>> records(String zoneId) {
        List<ZoneRecord> records = new ArrayList<>();
        Optional<String> query = Optional.of("");
        while (query.isPresent()) {
            Optional<ZoneXml.Page> page = http.bytes(
                            places.route53().resolve(ZONES + "/" + zoneId + "/rrset" + query.get()))
                    .map(ZoneXml::page);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            records.addAll(page.get().records());
            query = page.get().next();
        }
        return Optional.of(records);
    }
}
