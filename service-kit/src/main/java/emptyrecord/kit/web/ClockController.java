package emptyrecord.kit.web;

import emptyrecord.kit.clock.IncidentClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /clock}; {@code PUT /clock/zero} with {@code {"at": INSTANT}} tells the service when T+0 was. */
@RestController
@RequestMapping("/clock")
public class ClockController {

    private final IncidentClock clock;

    public ClockController(IncidentClock clock) {
        this.clock = clock;
    }

    record View(
            double speed,
            Instant wall,
            Instant incident,
            @Nullable Instant zero,
            @Nullable Double tPlusMinutes) {}

    record Zero(Instant at) {}

    @GetMapping
    View now() {
        Instant wall = clock.wallInstant();
        return new View(
                clock.speed(),
                wall,
                clock.toIncident(wall),
                clock.zero().orElse(null),
                clock.minutesSinceZero(wall).orElse(null));
    }

    @PutMapping("/zero")
    View zero(@RequestBody Zero zero) {
        clock.zeroAt(zero.at());
        return now();
    }

    @DeleteMapping("/zero")
    View clear() {
        clock.clearZero();
        return now();
    }
}
