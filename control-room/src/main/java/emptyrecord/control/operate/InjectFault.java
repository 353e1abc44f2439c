package emptyrecord.control.operate;

import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Injects a fault at a service. */
public final class InjectFault implements Operation {

    private final PeerClient http;
    private final Peers peers;

    public InjectFault(PeerClient http, Peers peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public Card card() {
        return new Card(
                "inject",
                "Injects a fault at one service",
                "lab",
                List.of(
                        new Parameter("service", "for example dns-enactor-a", true),
                        new Parameter("fault", "for example lose-lock", true),
                        new Parameter("step", "a named step; default the first", false),
                        new Parameter("magnitude", "instead of a step", false),
                        new Parameter("target", "what it is limited to", false)));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        Map<String, Object> body = new TreeMap<>();
        arguments.optionalText("step").ifPresent(step -> body.put("step", step));
        arguments.optionalNumber("magnitude").ifPresent(magnitude -> body.put("magnitude", magnitude));
        arguments.optionalText("target").ifPresent(target -> body.put("target", target));
        http.put(peers.byName(arguments.text("service")), "/chaos/" + arguments.text("fault"), body);
        return Map.of();
    }
}
