package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Takes the launch limit back to normal (F22). */
public final class ApiLimitOff implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public ApiLimitOff(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard("api-limit-off", "Takes the launch limit back to normal", "F22", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        http.send(peers.dwfm(), Changes.apiLimitOff());
        return Map.of();
    }
}
