package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.Launcher;
import emptyrecord.dwfm.instances.Order;
import emptyrecord.dwfm.instances.Orders;
import emptyrecord.dwfm.instances.Starter;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All actions that EC2's face knows, by name. */
@Component
public final class Ec2Actions {

    private final Map<String, Ec2Action> byName;

    public Ec2Actions(Launcher launcher, Starter starter, Orders orders, InstanceStore store, Fleet fleet) {
        List<String> zones = fleet.shape().zones();
        this.byName = new TreeMap<>(List.of(
                        new RunInstances(launcher, zones),
                        new StartInstances(starter),
                        new StopInstances(ids -> orders.order(Order.STOP, ids)),
                        new RebootInstances(ids -> orders.order(Order.REBOOT, ids)),
                        new TerminateInstances(ids -> orders.order(Order.TERMINATE, ids)),
                        new DescribeInstances(store::all),
                        new DescribeInstanceStatus(store::all),
                        new DescribeInstanceTypes(),
                        new DescribeImages(),
                        new DescribeAvailabilityZones(zones))
                .stream()
                .collect(Collectors.toMap(Ec2Action::name, Function.identity())));
    }

    XmlDocument answer(Ec2Form form, LongAnswer room) {
        String name = form.text("Action")
                .orElseThrow(() -> new Ec2Exception(
                        Ec2Error.MISSING_ACTION, "The request is missing an action or a required parameter: Action"));
        Ec2Action action = byName.get(name);
        if (action == null) {
            throw new Ec2Exception(
                    Ec2Error.INVALID_ACTION,
                    "The action " + Ec2Bounds.shortened(name) + " is not valid here; known are "
                            + String.join(", ", byName.keySet()));
        }
        form.refuseUnknown(action.parameters());
        return action.answer(form, room);
    }
}
