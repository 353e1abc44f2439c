package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.common.FaultLease;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Injects a fault at a service. Without a lease of its own it ends with the control room: {@link LeaseKeeper} renews a
 * short lease while the control room lives and the fault is on.
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
    public OperationCard card() {
        return new OperationCard(
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
        FaultLease asked = lease.isEmpty() ? LeaseKeeper.lease() : lease(arguments, lease.get());
        http.send(
                peer,
                Changes.inject(
                        fault,
                        new FaultRequest(
                                arguments.optionalText("step").orElse(null),
                                arguments.optionalNumber("magnitude").orElse(null),
                                arguments.optionalText("target").orElse(null),
                                asked.leaseMinutes(),
                                asked.untilHealed())));
        if (lease.isEmpty()) {
            leases.keep(peer, fault);
        } else {
            leases.forget(peer, fault);
        }
        return Map.of();
    }

    private static FaultLease lease(Arguments arguments, String wanted) {
        return wanted.equals(FOR_EVER) ? new FaultLease(null, true) : FaultLease.minutes(arguments.number("lease"));
    }
}
