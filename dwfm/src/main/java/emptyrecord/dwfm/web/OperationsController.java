package emptyrecord.dwfm.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.dwfm.ApiLimitRequest;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.dwfm.ThrottleRequest;
import emptyrecord.api.dwfm.WiringRequest;
import emptyrecord.api.dwfm.WiringView;
import emptyrecord.dwfm.core.host.Wiring;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.fleet.Wirings;
import emptyrecord.dwfm.instances.RequestLimit;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The operators' actions on the hosts and on EC2's request limit (F12, F13). Each is an event. */
@RestController
public class OperationsController {

    private final Fleet fleet;
    private final Wirings wirings;
    private final RequestLimit limit;

    public OperationsController(Fleet fleet, Wirings wirings, RequestLimit limit) {
        this.fleet = fleet;
        this.wirings = wirings;
        this.limit = limit;
    }

    @PutMapping(Routes.THROTTLE)
    Map<String, Object> throttle(@RequestBody ThrottleRequest wanted) {
        if (wanted.share() == null) {
            throw new IllegalArgumentException(
                    "give the share of the capacity to let in, for example {\"share\": 0.27}");
        }
        fleet.throttle(wanted.share());
        return Map.of("share", wanted.share());
    }

    @DeleteMapping(Routes.THROTTLE)
    Map<String, Object> clearThrottle() {
        fleet.clearThrottle();
        return Map.of("throttled", false);
    }

    @PutMapping(Routes.WIRING)
    WiringView wiring(@RequestBody WiringRequest wanted) {
        if (wanted.wiring() == null) {
            throw new IllegalArgumentException(
                    "give the wiring, one of " + Wiring.NAMES + ", for example {\"wiring\": \"thundering-herd\"}");
        }
        wirings.change(wanted.wiring(), fleet);
        return new WiringView(wirings.current().name());
    }

    @DeleteMapping(Routes.WIRING)
    WiringView wiringAsAtStart() {
        wirings.reset(fleet);
        return new WiringView(wirings.current().name());
    }

    @PostMapping(Routes.OPERATIONS + "/hosts/{host}/restart")
    DwfmState.Host restart(@PathVariable String host) {
        return StateController.host(host, fleet.restart(host));
    }

    @PutMapping(Routes.API_LIMIT)
    DwfmState.ApiLimit limit(@RequestBody ApiLimitRequest wanted) {
        if (wanted.launchesPerMinute() == null) {
            throw new IllegalArgumentException(
                    "give the launches per incident minute to admit, for example {\"launchesPerMinute\": 0.125}");
        }
        limit.set(wanted.launchesPerMinute(), Boolean.TRUE.equals(wanted.keepTokens()));
        return limit.view();
    }

    @DeleteMapping(Routes.API_LIMIT)
    DwfmState.ApiLimit clearLimit() {
        limit.clear();
        return limit.view();
    }
}
