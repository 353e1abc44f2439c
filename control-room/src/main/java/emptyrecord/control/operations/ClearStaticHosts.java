package emptyrecord.control.operations;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.kit.dns.HostEntries;
import java.util.List;
import java.util.Map;

/** Takes the internal tools' static host entries away. */
public final class ClearStaticHosts implements Operation {

    private final HostEntries internal;
    private final String regionalName;

    public ClearStaticHosts(HostEntries internal, String regionalName) {
        this.internal = internal;
        this.regionalName = regionalName;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "clear-static-hosts", "Takes the static host entries of internal tools away", "F6", List.of());
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        internal.remove(regionalName);
        return Map.of();
    }
}
