package emptyrecord.lab.race;

import emptyrecord.lab.client.Http;
import emptyrecord.lab.home.ServiceSpec;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

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

    /** Who stands at a point. */
    record Standing(String point, long plan) {}

    void hold(String point, String endpoint) {
        held.put(point, endpoint);
        put(point, endpoint);
    }

    /** Asks for longer leases of all that is held. */
    void renew() {
        held.forEach(this::put);
    }

    private void put(String point, String endpoint) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("target", endpoint);
        wanted.put("leaseSeconds", LEASE_SECONDS);
        http.put(uri("/points/" + point), wanted);
    }

    void release(String point) {
        http.post(uri("/points/" + point + "/release"), Map.of());
    }

    void letAllGo() {
        held.clear();
        http.delete(uri("/points"));
    }

    /** Where the service is held now, if it is. */
    Optional<Standing> standing() {
        for (JsonNode point : http.get(uri("/points"))) {
            JsonNode who = point.path("standing");
            if (who.isObject()) {
                return Optional.of(new Standing(
                        point.path("name").asString(),
                        who.path("ids").path("plan").asLong()));
            }
        }
        return Optional.empty();
    }

    /** Whether somebody holds this service at any point. */
    boolean anythingHeld() {
        for (JsonNode point : http.get(uri("/points"))) {
            if (point.path("held").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    ServiceSpec service() {
        return service;
    }

    private URI uri(String path) {
        return service.url().resolve(path);
    }
}
