package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Switches automatic zone failover off (F19). */
public final class FailoverOff implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public FailoverOff(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "nlb-failover-off", "Switches automatic Availability Zone failover off", "F19", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> http.send(peers.nlb(), Changes.autoFailover(true)));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.send(peers.nlb(), Changes.autoFailover(false));
        return Map.of();
    }
}
