package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Wires DWFM's hosts as they were when it started. */
public final class DwfmWiringReset implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public DwfmWiringReset(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "dwfm-wiring-reset", "Makes lapsed leases again as DWFM did when it started", "F52", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.send(peers.dwfm(), Changes.wiringAsAtStart());
        return Map.of();
    }
}
