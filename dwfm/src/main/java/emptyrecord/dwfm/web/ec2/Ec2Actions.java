package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.KindChanges;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All actions that EC2's face knows, by name. */
@Component
public final class Ec2Actions {

    private final Map<String, Ec2Action> byName;

    public Ec2Actions(Launcher launcher, Starter starter, Orders orders, InstanceStore store, Fleet fleet) {
        List<String> zones = fleet.shape().zones();
        DefaultVpc vpc = DefaultVpc.of(zones);
        this.byName = new TreeMap<>(Stream.<Stream<Ec2Action>>of(
                        Stream.of(new RunInstances(launcher, zones, vpc), new StartInstances(starter)),
                        ordering(orders),
                        changing(new KindChanges(store)),
                        describing(store, vpc),
                        describingTheRegion(zones, vpc))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Ec2Action::name, Function.identity())));
    }

    private static Stream<Ec2Action> ordering(Orders orders) {
        return Stream.of(
                new StopInstances(ids -> orders.order(Order.STOP, ids)),
                new RebootInstances(ids -> orders.order(Order.REBOOT, ids)),
                new TerminateInstances(ids -> orders.order(Order.TERMINATE, ids)));
    }

    private static Stream<Ec2Action> changing(KindChanges changes) {
        return Stream.of(
                new CreateTags(changes),
                new DeleteTags(changes),
                new ModifyInstanceAttribute(changes),
                new ModifyInstanceCreditSpecification(changes),
                new ModifyInstanceMetadataOptions(changes),
                new MonitorInstances(changes),
                new UnmonitorInstances(changes));
    }

    private static Stream<Ec2Action> describing(InstanceStore store, DefaultVpc vpc) {
        return Stream.of(
                new DescribeInstances(store::all, vpc),
                new DescribeInstanceStatus(store::all),
                new DescribeInstanceAttribute(store::find),
                new DescribeInstanceCreditSpecifications(store::all),
                new DescribeTags(store::all),
                new GetConsoleOutput(store::find));
    }

    private static Stream<Ec2Action> describingTheRegion(List<String> zones, DefaultVpc vpc) {
        return Stream.of(
                new DescribeAccountAttributes(),
                new DescribeAddresses(),
                new DescribeAvailabilityZones(zones),
                new DescribeIamInstanceProfileAssociations(),
                new DescribeImages(),
                new DescribeInstanceTypeOfferings(zones),
                new DescribeInstanceTypes(),
                new DescribeKeyPairs(),
                new DescribeLaunchTemplates(),
                new DescribeNetworkInterfaces(),
                new DescribeRegions(),
                new DescribeSecurityGroups(),
                new DescribeSubnets(vpc),
                new DescribeVolumes(),
                new DescribeVpcAttribute(),
                new DescribeVpcs());
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
