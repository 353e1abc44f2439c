package emptyrecord.control.operations;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Injects a fault at a service. Without a lease of its own it stands and falls with the desk: {@link LeaseKeeper} renews a
 * short lease while the desk lives and the fault is on.
 */
public final class InjectFault implements Operation {

    private static final String FOR_EVER = "until-healed";

    private final PeerClient http;
    private final Peers peers;
    private final LeaseKeeper leases;

    public InjectFault(PeerClient http, Peers peers, LeaseKeeper leases) {
        this.http = http;
        this.peers = peers;
        this.leases = leases;
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
                        new Parameter("target", "what it is limited to", false),
                        new Parameter(
                                "lease",
                                "real minutes after which it clears itself, or until-healed; default while the desk"
                                        + " lives",
                                false)));
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        Peer peer = peers.byName(arguments.text("service"));
        String fault = arguments.text("fault");
        Optional<String> lease = arguments.optionalText("lease");
        Map<String, Object> body = new TreeMap<>();
        arguments.optionalText("step").ifPresent(step -> body.put("step", step));
        arguments.optionalNumber("magnitude").ifPresent(magnitude -> body.put("magnitude", magnitude));
        arguments.optionalText("target").ifPresent(target -> body.put("target", target));
        if (lease.isEmpty()) {
            body.putAll(LeaseKeeper.lease());
        } else if (lease.get().equals(FOR_EVER)) {
            body.put("untilHealed", true);
        } else {
            body.put("leaseMinutes", arguments.number("lease"));
        }
        http.put(peer, "/chaos/" + fault, body);
        if (lease.isEmpty()) {
            leases.keep(peer, fault);
        } else {
            leases.forget(peer, fault);
        }
        return Map.of();
    }
}
