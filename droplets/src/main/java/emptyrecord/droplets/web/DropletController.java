package emptyrecord.droplets.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.droplets.ObedienceView;
import emptyrecord.droplets.agents.DropletAgents;
import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.Droplet;
import emptyrecord.droplets.core.Obeyed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /droplets}: whom each droplet obeys, and how many instances run on it. */
@RestController
class DropletController {

    private static final int LIMIT_MAX = 10_000;

    private final DropletAgents agents;

    DropletController(DropletAgents agents) {
        this.agents = agents;
    }

    /**
     * In order of host and slot.
     *
     * @param host null: of all hosts
     * @param from how many to leave out at the beginning
     */
    @GetMapping(Routes.DROPLETS)
    List<ObedienceView> droplets(
            @RequestParam(required = false) @Nullable String host,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "1000") int limit) {
        if (limit < 1 || limit > LIMIT_MAX || from < 0) {
            throw new IllegalArgumentException("from must be 0 or more, and limit must lie between 1 and " + LIMIT_MAX);
        }
        return agents.ask(fleet -> {
            List<String> hosts = fleet.shape().managers();
            if (host != null && !hosts.contains(host)) {
                throw new IllegalArgumentException("host must be one of " + hosts);
            }
            return fleet.droplets().stream()
                    .filter(d -> host == null || d.id().manager().equals(host))
                    .skip(from)
                    .limit(limit)
                    .map(DropletController::view)
                    .toList();
        });
    }

    private static ObedienceView view(Droplet droplet) {
        Optional<Obeyed> obeyed = droplet.obeyed();
        Optional<Claim> claim = obeyed.map(Obeyed::claim);
        return new ObedienceView(
                droplet.id().toString(),
                claim.map(Claim::holder).orElse(null),
                claim.map(Claim::epoch).orElse(null),
                obeyed.map(Obeyed::until).orElse(null),
                droplet.running());
    }
}
