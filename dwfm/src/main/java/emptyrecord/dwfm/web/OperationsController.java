package emptyrecord.dwfm.web;

import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.RequestLimit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators do to the hosts and to EC2's request limit (F12, F13). Each is an event. */
@RestController
@RequestMapping("/operations")
public class OperationsController {

    private final Fleet fleet;
    private final RequestLimit limit;

    public OperationsController(Fleet fleet, RequestLimit limit) {
        this.fleet = fleet;
        this.limit = limit;
    }

    record Share(@Nullable Double share) {}

    record Rate(
            @Nullable Double launchesPerMinute, @Nullable Boolean keepTokens) {}

    @PutMapping("/throttle")
    Map<String, Object> throttle(@RequestBody Share wanted) {
        if (wanted.share() == null) {
            throw new IllegalArgumentException(
                    "give the share of the capacity to let in, for example {\"share\": 0.27}");
        }
        fleet.throttle(wanted.share());
        return Map.of("share", wanted.share());
    }

    @DeleteMapping("/throttle")
    Map<String, Object> clearThrottle() {
        fleet.clearThrottle();
        return Map.of("throttled", false);
    }

    @PostMapping("/hosts/{host}/restart")
    StateController.Host restart(@PathVariable String host) {
        return StateController.Host.of(host, fleet.restart(host));
    }

    @PutMapping("/api-limit")
    RequestLimit.View limit(@RequestBody Rate wanted) {
        if (wanted.launchesPerMinute() == null) {
            throw new IllegalArgumentException(
                    "give the launches per incident minute to admit, for example {\"launchesPerMinute\": 0.125}");
        }
        limit.set(wanted.launchesPerMinute(), Boolean.TRUE.equals(wanted.keepTokens()));
        return limit.view();
    }

    @DeleteMapping("/api-limit")
    RequestLimit.View clearLimit() {
        limit.clear();
        return limit.view();
    }
}
