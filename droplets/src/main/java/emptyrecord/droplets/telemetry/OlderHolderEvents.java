package emptyrecord.droplets.telemetry;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.droplets.agents.RefusalListener;
import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.droplets.core.Obeyed;
import emptyrecord.droplets.core.Refusal;
import emptyrecord.kit.events.EventLog;
import java.util.Map;
import java.util.Optional;

/** Records {@code droplet-refused-older-holder}: a holder that has lost a droplet still calls it. */
public final class OlderHolderEvents implements RefusalListener {

    private final EventLog events;

    public OlderHolderEvents(EventLog events) {
        this.events = events;
    }

    @Override
    public void refused(DropletId droplet, Claim claim, Refusal why, Optional<Obeyed> obeyed) {
        obeyed.map(Obeyed::claim)
                .filter(newer -> !newer.holder().equals(claim.holder()) && newer.epoch() >= claim.epoch())
                .ifPresent(newer -> record(droplet, claim, newer));
    }

    private void record(DropletId droplet, Claim claim, Claim newer) {
        events.recordRequested(
                EventKind.DROPLET_REFUSED_OLDER_HOLDER,
                Map.of(
                        EventId.DROPLET, droplet.toString(),
                        EventId.HOLDER, claim.holder(),
                        EventId.EPOCH, claim.epoch(),
                        EventId.OBEYED, newer.holder(),
                        EventId.OBEYED_EPOCH, newer.epoch()));
    }
}
