package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.operation.Step;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Throttles the leases that DWFM tries to establish (F12). */
public final class DwfmThrottle implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public DwfmThrottle(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "dwfm-throttle",
                "Lets in only a share of the lease attempts that DWFM could work on",
                "F12",
                List.of(new Parameter(
                        "share",
                        "share of the capacity, for example 0.27",
                        true,
                        new Step("night", "0.27"),
                        new Step("half", "0.5"))));
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> http.send(peers.dwfm(), Changes.unthrottle()));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        double share = arguments.number("share");
        http.send(peers.dwfm(), Changes.throttle(share));
        return Map.of("share", share);
    }
}
