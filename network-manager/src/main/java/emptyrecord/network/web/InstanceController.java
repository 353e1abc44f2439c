package emptyrecord.network.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.network.InstanceReady;
import emptyrecord.api.network.InstanceView;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.Instance;
import emptyrecord.network.core.InstanceId;
import emptyrecord.network.propagation.NetworkManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /instances}, {@code GET /instances/{id}}, {@code GET /instances/{id}/ready}. */
@RestController
@RequestMapping(Routes.INSTANCES)
class InstanceController {

    private static final int LIMIT_MAX = 10_000;
    private static final int IDS_MAX = 200;

    private final NetworkManager manager;
    private final IncidentClock clock;

    InstanceController(NetworkManager manager, IncidentClock clock) {
        this.manager = manager;
        this.clock = clock;
    }

    @GetMapping
    List<InstanceView> newest(@RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must lie between 1 and " + LIMIT_MAX);
        }
        return manager.ask(n -> n.instances().stream()
                .skip(Math.max(0, n.instances().size() - limit))
                .map(i -> view(i, n.zones()))
                .toList()
                .reversed());
    }

    /** The known ones among the given ids, in the order given: one request for a whole fleet. */
    @GetMapping(params = "ids")
    List<InstanceView> some(@RequestParam List<String> ids) {
        if (ids.size() > IDS_MAX) {
            throw new IllegalArgumentException("ask for " + IDS_MAX + " instances at most at a time");
        }
        List<InstanceId> wanted = ids.stream().map(InstanceId::new).toList();
        return manager.ask(n -> wanted.stream()
                .flatMap(id -> n.find(id).stream())
                .map(i -> view(i, n.zones()))
                .toList());
    }

    @GetMapping("/{id}")
    InstanceView one(@PathVariable String id) {
        InstanceId wanted = new InstanceId(id);
        return manager.ask(n -> n.find(wanted).map(i -> view(i, n.zones())))
                .orElseThrow(() -> new NotFoundException(
                        wanted + " is not known here; its launch was not reported, or it ended and is forgotten"));
    }

    /** The question of a launch workflow; only the guard {@code nm.ready-gate} makes it wait. */
    @GetMapping("/{id}/ready")
    ResponseEntity<?> ready(@PathVariable String id) {
        InstanceId wanted = new InstanceId(id);
        if (manager.ask(n -> n.ready(wanted, clock.instant()))) {
            return ResponseEntity.ok(new InstanceReady(wanted.value(), true));
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The network state of " + wanted + " has not propagated to every zone, or it has ended; ask again");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .body(problem);
    }

    private static InstanceView view(Instance instance, List<Az> zones) {
        List<Az> known = zones.stream().filter(instance::knownIn).toList();
        Optional<Instant> last =
                known.stream().flatMap(z -> instance.knownSince(z).stream()).max(Comparator.naturalOrder());
        return new InstanceView(
                instance.id().value(),
                known.stream().map(Az::name).toList(),
                instance.terminated(),
                instance.launch().at(),
                known.size() == zones.size() ? last.orElse(null) : null);
    }
}
