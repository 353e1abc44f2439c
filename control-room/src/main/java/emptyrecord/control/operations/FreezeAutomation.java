package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
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
    public OperationCard card() {
        return new OperationCard(
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
        http.send(peers.planner(), Changes.freeze(true));
        peers.enactors().forEach(e -> http.send(e, Changes.freeze(true)));
        return Map.of("frozen", 1 + peers.enactors().size());
    }
}
