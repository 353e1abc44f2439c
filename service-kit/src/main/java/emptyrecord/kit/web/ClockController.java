package emptyrecord.kit.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.ClockView;
import emptyrecord.kit.clock.ClockLag;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /clock}, with how late this process's timers are; {@code PUT /clock/zero} with {@code {"at": INSTANT}} tells
 * the service when T+0 was.
 */
@RestController
@RequestMapping(Routes.CLOCK)
public class ClockController {

    private final IncidentClock clock;
    private final ClockLag lag;

    public ClockController(IncidentClock clock, ClockLag lag) {
        this.clock = clock;
        this.lag = lag;
    }

    @GetMapping
    ClockView now() {
        Instant wall = clock.wallInstant();
        return new ClockView(
                clock.speed(),
                wall,
                clock.toIncident(wall),
                clock.zero().orElse(null),
                clock.minutesSinceZero(wall).orElse(null),
                lag());
    }

    private ClockView.Lag lag() {
        ClockLag.Seen seen = lag.seen(System.nanoTime());
        return new ClockView.Lag(
                seen.beats(),
                seconds(seen.worst()),
                seconds(clock.toIncident(seen.worst())),
                seconds(seen.p99()),
                seconds(seen.worstThread()));
    }

    /** To the millisecond. */
    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @PutMapping("/zero")
    ClockView zero(@RequestBody ClockView.Zero zero) {
        if (zero.at() == null) {
            throw new IllegalArgumentException(
                    "give the wall time of T+0, for example {\"at\": \"2025-10-20T06:48:00Z\"}");
        }
        clock.zeroAt(zero.at());
        return now();
    }

    @DeleteMapping("/zero")
    ClockView clear() {
        clock.clearZero();
        return now();
    }
}
