package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.operation.Step;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Wires DWFM's hosts for one of the readings of the collapse (F52): the lab's choice, not an operator's in the night. */
public final class DwfmWiring implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public DwfmWiring(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "dwfm-wiring",
                "Changes how DWFM makes lapsed leases again; order it while the region is steady",
                "F52",
                List.of(new Parameter(
                        "wiring",
                        "stale-fifo, all-or-nothing-batch or thundering-herd",
                        true,
                        new Step("herd", "thundering-herd"),
                        new Step("blocks", "all-or-nothing-batch"),
                        new Step("night", "stale-fifo"))));
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> http.send(peers.dwfm(), Changes.wiringAsAtStart()));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        String wiring = arguments.text("wiring");
        http.send(peers.dwfm(), Changes.wiring(wiring));
        return Map.of("wiring", wiring);
    }
}
