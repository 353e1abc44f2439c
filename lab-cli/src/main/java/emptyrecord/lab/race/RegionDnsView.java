package emptyrecord.lab.race;

import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.lab.dns.DnsSnapshotReader;
import emptyrecord.lab.dns.RaceView;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.region.RegionDns;
import emptyrecord.race.core.View;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The DNS of the running region as one {@link View}, through the same public interfaces as {@code ./lab dns}. */
final class RegionDnsView {

    private static final Duration DNS_TIMEOUT = Duration.ofSeconds(2);

    private final DnsSnapshotReader reader;
    private final AuthoritativeLookup dns;

    RegionDnsView(RegionAccess lab) {
        this.reader = RegionDns.reader(lab.platform());
        this.dns = new AuthoritativeLookup(lab.platform().dns(), DNS_TIMEOUT);
    }

    /** @param enactors whose holds are shown */
    View view(Collection<PausePoints> enactors) {
        Map<String, String> held = new HashMap<>();
        enactors.forEach(e -> e.standing().ifPresent(s -> held.put(e.service().name(), s.point())));
        return RaceView.of(reader.look(), "regional", held)
                .orElseThrow(() -> new LabException("planner or Route 53 does not answer; look at ./lab status"));
    }

    /** Whether the name answers with nothing now: NOERROR without an address. */
    boolean isEmpty() {
        return dns.lookup(RegionLayout.REGIONAL_NAME) instanceof DnsAnswer.Empty;
    }
}
