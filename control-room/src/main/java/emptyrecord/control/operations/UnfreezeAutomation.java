package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.ArrayList;
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
    public OperationCard card() {
        return new OperationCard("unfreeze-automation", "Lets planner and enactors work again", "F25", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        List<Peer> automation = new ArrayList<>(peers.enactors());
        automation.addFirst(peers.planner());
        List<String> silent = new ArrayList<>();
        for (Peer peer : automation) {
            try {
                http.send(peer, Changes.freeze(false));
            } catch (IllegalStateException e) {
                silent.add(String.valueOf(e.getMessage()));
            }
        }
        if (!silent.isEmpty()) {
            throw new IllegalStateException("All others are unfrozen, but " + String.join("; ", silent));
        }
        return Map.of("unfrozen", automation.size());
    }
}
