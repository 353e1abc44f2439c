package emptyrecord.control.operations;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.kit.web.NotFoundException;
import java.util.List;
import java.util.Map;

/** Switches a guard at every service that declares it. */
public final class SwitchGuard implements Operation {

    private final Switchboards switchboards;

    public SwitchGuard(Switchboards switchboards) {
        this.switchboards = switchboards;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "guard",
                "Switches one guard on or off everywhere",
                "lab",
                List.of(
                        new Parameter("name", "for example dns.fence", true),
                        new Parameter("on", "true or false; default true", false)));
    }

    @Override
    public Undo undo() {
        return Undo.notNeeded();
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        String name = arguments.text("name");
        boolean on = arguments.flag("on", true);
        List<String> where = switchboards.guard(name, on);
        if (where.isEmpty()) {
            throw new NotFoundException("No service has a guard '" + name + "'; there are "
                    + switchboards.declared().guards());
        }
        return Map.of("name", name, "on", on, "services", String.join(" ", where));
    }
}
