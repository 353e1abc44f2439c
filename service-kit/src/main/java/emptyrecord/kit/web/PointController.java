package emptyrecord.kit.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.HoldRequest;
import emptyrecord.api.common.PointView;
import emptyrecord.kit.points.Hold;
import emptyrecord.kit.points.PointState;
import emptyrecord.kit.points.Points;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /points}; {@code PUT /points/{point}} holds or renews, with
 * {@code {"target": "regional", "leaseSeconds": 600}} if wanted; {@code POST /points/{point}/release} releases the step
 * that is held there; {@code DELETE /points/{point}} ends one hold, {@code DELETE /points} all.
 */
@RestController
@RequestMapping(Routes.POINTS)
public class PointController {

    private final Points points;

    public PointController(Points points) {
        this.points = points;
    }

    @GetMapping
    List<PointView> all() {
        return points.all().stream().map(PointController::view).toList();
    }

    @PutMapping("/{name}")
    PointView hold(@PathVariable String name, @RequestBody(required = false) @Nullable HoldRequest wanted) {
        HoldRequest asked = wanted == null ? new HoldRequest(null, null) : wanted;
        Duration lease = asked.leaseSeconds() == null ? Points.LEASE : Duration.ofSeconds(asked.leaseSeconds());
        points.hold(name, Optional.ofNullable(asked.target()), lease);
        return one(name);
    }

    @PostMapping("/{name}/release")
    PointView release(@PathVariable String name) {
        points.release(name);
        return one(name);
    }

    @DeleteMapping("/{name}")
    PointView letGo(@PathVariable String name) {
        points.letGo(name);
        return one(name);
    }

    @DeleteMapping
    List<PointView> letAllGo() {
        points.letAllGo();
        return all();
    }

    private static PointView view(PointState state) {
        return new PointView(
                state.name(),
                state.meaning(),
                state.hold().isPresent(),
                state.hold().flatMap(Hold::target).orElse(null),
                state.hold().map(Hold::until).orElse(null),
                state.standing()
                        .map(s -> new PointView.Standing(s.target(), s.since(), s.ids()))
                        .orElse(null),
                state.timesReached());
    }

    private PointView one(String name) {
        return all().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }
}
