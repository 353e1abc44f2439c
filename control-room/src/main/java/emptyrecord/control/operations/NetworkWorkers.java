package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.operation.Step;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Sets how many workers push network state (our choice). */
public final class NetworkWorkers implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public NetworkWorkers(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "nm-workers",
                "Sets the number of Network Manager workers of each zone",
                "F60",
                List.of(new Parameter(
                        "perZone",
                        "workers, for example 2",
                        true,
                        new Step("two", "2"),
                        new Step("one", "1"),
                        new Step("four", "4"))));
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> http.send(peers.network(), Changes.workersAsAtStart()));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        int perZone = (int) arguments.number("perZone");
        http.send(peers.network(), Changes.workers(perZone));
        return Map.of("perZone", perZone);
    }
}
