package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** API reference, "DescribeInstances". An id cannot be combined with MaxResults. */
record DescribeInstances(Supplier<List<Instance>> all) implements Ec2Action {

    private static final Filters<Instance> FILTERS = Filters.<Instance>of(
                    filter("architecture", i -> InstanceXml.ARCHITECTURE),
                    filter("availability-zone", Instance::zone),
                    filter("client-token", Instance::clientToken),
                    filter("image-id", i -> i.kind().imageId()),
                    filter("instance-id", Instance::id),
                    filter("instance-state-code", i -> i.state().code()),
                    filter("instance-state-name", i -> i.state().word()),
                    filter("instance-type", i -> i.kind().instanceType()),
                    filter("launch-index", i -> i.launch().index()),
                    filter("launch-time", i -> InstanceXml.time(i.life().placedAt())),
                    filter("owner-id", i -> Ec2Xml.OWNER),
                    filter("reservation-id", i -> i.launch().reservation()))
            .withTags(Instance::tags);

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "Filter.N", "MaxResults", "NextToken", "IncludeManagedResources", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        Page.Request request = InstanceChoice.page(form);
        InstanceChoice chosen = InstanceChoice.of(form, FILTERS);
        form.refuseDryRun();
        Page<Instance> page = request.of(chosen.from(all.get()), Instance::seq, InstanceXml::bytesMax);
        room.take(InstanceXml.bytesMax(page.items()));
        return InstanceXml.described(page);
    }
}
