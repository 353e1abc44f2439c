package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Clears a fault at a service. */
public final class ClearFault implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public ClearFault(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "clear",
                "Clears a fault at one service",
                "lab",
                List.of(
                        new Parameter("service", "for example dns-enactor-a", true),
                        new Parameter("fault", "for example lose-lock", true)));
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.send(peers.byName(arguments.text("service")), Changes.clear(arguments.text("fault")));
        return Map.of();
    }
}
