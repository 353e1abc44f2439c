package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Restarts one DWFM host, which drops its queue (F12). */
public final class RestartDwfmHost implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public RestartDwfmHost(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "restart-dwfm-host",
                "Restarts one DWFM host; its queue and work in flight are dropped",
                "F12",
                List.of(new Parameter("host", "for example dwfm-1", true)),
                true);
    }

    @Override
    public Undo undo() {
        return Undo.impossible("the queue that was dropped does not come back");
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        String host = arguments.text("host");
        http.send(peers.dwfm(), Changes.restartHost(host));
        return Map.of("host", host);
    }
}
