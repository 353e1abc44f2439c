package emptyrecord.control.operations;

import emptyrecord.api.common.Freeze;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Stops the DNS automation: planner and all enactors (F15). */
public final class FreezeAutomation implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public FreezeAutomation(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public Card card() {
        return new Card(
                "freeze-automation",
                "Freezes planner and enactors, so that no plan is written or applied",
                "F15",
                List.of());
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> new UnfreezeAutomation(http, peers).perform(new Arguments(Map.of())));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.put(peers.planner(), "/freeze", new Freeze(true));
        peers.enactors().forEach(e -> http.put(e, "/freeze", new Freeze(true)));
        return Map.of("frozen", 1 + peers.enactors().size());
    }
}
