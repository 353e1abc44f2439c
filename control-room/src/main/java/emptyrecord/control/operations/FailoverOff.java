package emptyrecord.control.operations;

import emptyrecord.api.nlb.AutoFailover;
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
    public Card card() {
        return new Card("nlb-failover-off", "Switches automatic Availability Zone failover off", "F19", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> http.put(peers.nlb(), "/operations/auto-failover", new AutoFailover(true)));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.put(peers.nlb(), "/operations/auto-failover", new AutoFailover(false));
        return Map.of();
    }
}
