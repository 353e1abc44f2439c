package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.dwfm.ApiLimitRequest;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.operation.Step;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;

/** Limits the launches that EC2 takes on (F12, F21). */
public final class ApiLimit implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public ApiLimit(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "api-limit",
                "Limits launches a minute; more are refused with RequestLimitExceeded",
                "F12",
                List.of(
                        new Parameter(
                                "launchesPerMinute",
                                "launches per incident minute, for example 6.8",
                                true,
                                new Step("after repair", "6.8"),
                                new Step("blocked", "0.125")),
                        new Parameter("keepTokens", "true: no full bucket at the start", false)));
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> http.send(peers.dwfm(), Changes.apiLimitOff()));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        double perMinute = arguments.number("launchesPerMinute");
        boolean keepTokens = arguments.flag("keepTokens", false);
        http.send(peers.dwfm(), Changes.apiLimit(new ApiLimitRequest(perMinute, keepTokens)));
        return Map.of("launchesPerMinute", perMinute, "keepTokens", keepTokens);
    }
}
