package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Takes the throttle off DWFM (F13). */
public final class DwfmUnthrottle implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public DwfmUnthrottle(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard("dwfm-unthrottle", "Lets all lease attempts in again", "F13", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.send(peers.dwfm(), Changes.unthrottle());
        return Map.of();
    }
}
