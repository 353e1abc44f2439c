package emptyrecord.control.operate;

import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Lets the DNS automation run again. */
public final class UnfreezeAutomation implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public UnfreezeAutomation(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public Card card() {
        return new Card("unfreeze-automation", "Lets planner and enactors work again", "F25", List.of());
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.put(peers.planner(), "/freeze", Map.of("frozen", false));
        peers.enactors().forEach(e -> http.put(e, "/freeze", Map.of("frozen", false)));
        return Map.of("unfrozen", 1 + peers.enactors().size());
    }
}
