package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * API reference, "DescribeInstanceStatus": running instances only, unless {@code IncludeAllInstances}. An id of another
 * instance is no error; it is left out.
 */
record DescribeInstanceStatus(Supplier<List<Instance>> all) implements Ec2Action {

    private static final Filters<Instance> FILTERS = Filters.of(
            filter("availability-zone", Instance::zone),
            filter("instance-state-code", i -> i.state().code()),
            filter("instance-state-name", i -> i.state().word()),
            filter("instance-status.status", InstanceXml::health),
            filter("system-status.status", InstanceXml::health));

    @Override
    public Set<String> parameters() {
        return Set.of(
                "InstanceId.N",
                "Filter.N",
                "MaxResults",
                "NextToken",
                "IncludeAllInstances",
                "IncludeManagedResources",
                "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        Page.Request request = InstanceChoice.page(form);
        InstanceChoice chosen = InstanceChoice.of(form, FILTERS);
        boolean every = form.flag("IncludeAllInstances");
        form.refuseDryRun();
        List<Instance> shown = chosen.from(all.get()).stream()
                .filter(i -> every || i.state() == Instance.State.RUNNING)
                .toList();
        Page<Instance> page = request.of(shown, Instance::seq, InstanceXml::bytesMax);
        room.take(InstanceXml.bytesMax(page.items()));
        return InstanceXml.statuses(page);
    }
}
