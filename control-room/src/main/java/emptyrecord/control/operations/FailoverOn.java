package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Switches automatic zone failover on again (F23). */
public final class FailoverOn implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public FailoverOn(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "nlb-failover-on", "Switches automatic Availability Zone failover on", "F23", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.send(peers.nlb(), Changes.autoFailover(true));
        return Map.of();
    }
}
