package emptyrecord.lab.race;

import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.HoldRequest;
import emptyrecord.api.common.PointView;
import emptyrecord.api.event.EventId;
import emptyrecord.lab.client.Http;
import emptyrecord.lab.home.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The named points of one running service, held over HTTP by short leases that {@link #renew} prolongs. */
final class PausePoints {

    /** Real seconds; long enough for a stalled machine, short enough for a dead conductor. */
    static final int LEASE_SECONDS = 60;

    private final ServiceSpec service;
    private final Http http;
    private final Map<String, String> held = new ConcurrentHashMap<>();

    PausePoints(ServiceSpec service, Http http) {
        this.service = service;
        this.http = http;
    }

    /** The point at which an enactor is held, and the plan in its memory. */
    record Standing(String point, long plan) {}

    void hold(String point, String endpoint) {
        held.put(point, endpoint);
        put(point, endpoint);
    }

    /** Extends all leases. */
    void renew() {
        held.forEach(this::put);
    }

    private void put(String point, String endpoint) {
        http.tell(service.url(), Changes.hold(point, new HoldRequest(endpoint, (long) LEASE_SECONDS)));
    }

    void release(String point) {
        http.tell(service.url(), Changes.release(point));
    }

    void letAllGo() {
        held.clear();
        http.tell(service.url(), Changes.letAllGo());
    }

    /** The point at which the service is held now, if any. */
    Optional<Standing> standing() {
        for (PointView point : points()) {
            PointView.Standing who = point.standing();
            if (who != null) {
                return Optional.of(new Standing(point.name(), plan(who.ids())));
            }
        }
        return Optional.empty();
    }

    private static long plan(Map<String, Object> ids) {
        return EventId.PLAN.of(ids) instanceof Number plan ? plan.longValue() : 0;
    }

    /** Whether this service is held at any point. */
    boolean anythingHeld() {
        return points().stream().anyMatch(PointView::held);
    }

    private List<PointView> points() {
        return http.get(service.url(), Resources.POINTS);
    }

    ServiceSpec service() {
        return service;
    }
}
