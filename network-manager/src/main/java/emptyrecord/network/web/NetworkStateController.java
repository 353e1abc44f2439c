package emptyrecord.network.web;

import emptyrecord.api.network.Admission;
import emptyrecord.api.network.NetworkChange;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.Change;
import emptyrecord.network.core.InstanceId;
import emptyrecord.network.core.Network;
import emptyrecord.network.core.Report;
import emptyrecord.network.core.Verdict;
import emptyrecord.network.propagation.NetworkManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /network-state}, where dwfm reports its changes; {@code GET /admission}, where it may ask first. */
@RestController
class NetworkStateController {

    /** Real seconds until a retry; by then the queue is shorter or it is not, our choice. */
    private static final String RETRY_AFTER = "1";

    private final NetworkManager manager;

    NetworkStateController(NetworkManager manager) {
        this.manager = manager;
    }

    @PostMapping("/network-state")
    ResponseEntity<?> report(@RequestBody NetworkChange reported) {
        Report report = new Report(
                instance(reported),
                zone(reported.az()),
                change(reported.change()),
                reported.placement() == null ? 1 : reported.placement());
        return switch (manager.report(report)) {
            case Verdict.Fresh fresh -> ResponseEntity.accepted().build();
            case Verdict.AlreadyAccepted again -> ResponseEntity.accepted().build();
            case Verdict.Throttled throttled -> tooMany(throttled);
            case Verdict.UnknownInstance unknown ->
                throw new IllegalArgumentException(
                        report.instance()
                                + " was never reported as LAUNCHED, or it ended and is forgotten; report its launch first, or the zone it ran in");
            case Verdict.OtherZone other ->
                throw new IllegalStateException(report.instance() + " runs in " + other.home()
                        + " since its launch was reported; an instance does not move");
        };
    }

    @GetMapping("/admission")
    Admission admission() {
        return manager.ask(n -> new Admission(n.admits(), n.longestQueue()));
    }

    private static ResponseEntity<?> tooMany(Verdict.Throttled throttled) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "Launches are throttled by the size of the waiting queue, " + throttled.queueLength()
                        + " tasks now; report this one again later (F83)");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", RETRY_AFTER)
                .body(problem);
    }

    private static InstanceId instance(NetworkChange reported) {
        if (reported.instanceId() == null) {
            throw new IllegalArgumentException("instanceId is missing; write for example i-0123456789abcdef0");
        }
        return new InstanceId(reported.instanceId());
    }

    private Optional<Az> zone(@Nullable String name) {
        List<Az> zones = manager.ask(Network::zones);
        if (name != null && !zones.contains(new Az(name))) {
            throw new IllegalArgumentException("az must be one of " + zones);
        }
        return Optional.ofNullable(name).map(Az::new);
    }

    private static Change change(@Nullable String name) {
        return Arrays.stream(Change.values())
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("change must be LAUNCHED or TERMINATED"));
    }
}
