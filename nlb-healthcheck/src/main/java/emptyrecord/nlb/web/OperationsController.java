package emptyrecord.nlb.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.nlb.AutoFailover;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET/PUT /operations/auto-failover}: the operators' switch of T+588 and T+861 (F19, F23). */
@RestController
@RequestMapping(Routes.AUTO_FAILOVER)
final class OperationsController {

    private final FleetControl fleet;

    OperationsController(FleetControl fleet) {
        this.fleet = fleet;
    }

    @GetMapping
    AutoFailover now() {
        return new AutoFailover(fleet.view().autoFailover());
    }

    @PutMapping
    AutoFailover set(@RequestBody AutoFailover wanted) {
        if (wanted.on() == null) {
            throw new IllegalArgumentException("say {\"on\": true} or {\"on\": false}");
        }
        fleet.autoFailover(wanted.on());
        return now();
    }
}
