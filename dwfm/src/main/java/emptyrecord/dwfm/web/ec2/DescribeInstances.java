package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;
import static emptyrecord.dwfm.web.ec2.Filters.optional;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** API reference, "DescribeInstances". An id cannot be combined with MaxResults. */
record DescribeInstances(Supplier<List<Instance>> all, DefaultVpc vpc) implements Ec2Action {

    private static final Filters<Instance> FILTERS = Filters.<Instance>of(
                    filter("architecture", i -> InstanceXml.ARCHITECTURE),
                    filter("availability-zone", Instance::zone),
                    filter("client-token", Instance::clientToken),
                    filter("image-id", i -> i.kind().imageId()),
                    filter("instance-id", Instance::id),
                    filter("instance-state-code", i -> i.state().code()),
                    filter("instance-state-name", i -> i.state().word()),
                    filter("instance-type", i -> i.kind().instanceType()),
                    optional("instance.group-id", i -> inVpc(i, DefaultVpc.GROUP_ID)),
                    optional("instance.group-name", i -> inVpc(i, DefaultVpc.GROUP_NAME)),
                    optional("key-name", DescribeInstances::keyName),
                    filter("launch-index", i -> i.launch().index()),
                    filter("launch-time", i -> InstanceXml.time(i.life().placedAt())),
                    filter("monitoring-state", InstanceXml::monitoring),
                    filter("owner-id", i -> Ec2Xml.OWNER),
                    filter("reservation-id", i -> i.launch().reservation()),
                    optional("vpc-id", i -> inVpc(i, DefaultVpc.ID)))
            .withTags(Instance::tags);

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "Filter.N", "MaxResults", "NextToken", "IncludeManagedResources", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        Page.Request request = InstanceChoice.page(form);
        InstanceChoice chosen = InstanceChoice.of(form, FILTERS.and(optional("subnet-id", this::subnet)));
        form.refuseDryRun();
        Page<Instance> page = request.of(chosen.from(all.get()), Instance::seq, InstanceXml::bytesMax);
        room.take(InstanceXml.bytesMax(page.items()));
        return InstanceXml.described(vpc, page);
    }

    private Optional<String> subnet(Instance i) {
        return vpc.subnetOf(i.zone()).flatMap(subnet -> inVpc(i, subnet.id()));
    }

    private static Optional<String> inVpc(Instance i, String what) {
        return InstanceXml.inVpc(i) ? Optional.of(what) : Optional.empty();
    }

    private static Optional<String> keyName(Instance i) {
        return Optional.of(i.kind().options().keyName()).filter(name -> !name.isEmpty());
    }
}
