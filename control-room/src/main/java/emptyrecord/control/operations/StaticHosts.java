package emptyrecord.control.operations;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.kit.dns.HostEntries;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Static host entries for internal tools, the stopgap at T+87 (F6; that it was host entries is our choice). */
public final class StaticHosts implements Operation {

    private final HostEntries internal;
    private final PlanReader plans;
    private final String regionalName;

    public StaticHosts(HostEntries internal, PlanReader plans, String regionalName) {
        this.internal = internal;
        this.plans = plans;
        this.regionalName = regionalName;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "static-hosts",
                "Gives internal tools the load balancers' addresses as static host entries",
                "F6",
                List.of(new Parameter("addresses", "comma-separated; default those of the latest plan", false)));
    }

    @Override
    public Undo undo() {
        return Undo.by(() -> internal.remove(regionalName));
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        List<InetAddress> addresses = arguments
                .optionalText("addresses")
                .map(text -> Arrays.stream(text.split(","))
                        .map(a -> InetAddress.ofLiteral(a.strip()))
                        .toList())
                .orElseGet(() -> plans.addresses(regionalName));
        internal.put(regionalName, addresses);
        return Map.of(
                "addresses", addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" ")));
    }
}
