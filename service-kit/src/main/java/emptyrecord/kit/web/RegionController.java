package emptyrecord.kit.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.RegionView;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.settings.LabSettings;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /region}: what this service was started with, the same at every service of a region. */
@RestController
public class RegionController {

    private final LabSettings lab;
    private final IncidentClock clock;

    public RegionController(LabSettings lab, IncidentClock clock) {
        this.lab = lab;
        this.clock = clock;
    }

    @GetMapping(Routes.REGION)
    RegionView region() {
        return new RegionView(clock.speed(), lab.seed(), clock.origin(), new TreeSet<>(lab.guards()));
    }
}
