package emptyrecord.control.operations;

import emptyrecord.api.nlb.AutoFailover;
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
    public Card card() {
        return new Card("nlb-failover-on", "Switches automatic Availability Zone failover on", "F23", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.put(peers.nlb(), "/operations/auto-failover", new AutoFailover(true));
        return Map.of();
    }
}
