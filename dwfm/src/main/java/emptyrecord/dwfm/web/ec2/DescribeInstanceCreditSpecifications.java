package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * API reference, "DescribeInstanceCreditSpecifications": the named instances, all of which must be burstable; without names,
 * the burstable ones that are unlimited.
 */
record DescribeInstanceCreditSpecifications(Supplier<List<Instance>> all) implements Ec2Action {

    private static final int PAGE_MIN = 5;
    private static final int PAGE_MAX = 1000;
    private static final int BYTES = 130;

    private static final Filters<Instance> FILTERS = Filters.of(filter("instance-id", Instance::id));

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "Filter.N", "MaxResults", "NextToken", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        Listing.refuseTogether(form, "InstanceId");
        Page.Request request = Page.Request.of(form, PAGE_MIN, PAGE_MAX);
        InstanceChoice choice = InstanceChoice.of(form, FILTERS);
        List<Instance> chosen = choice.ids().isEmpty() ? unlimited(choice) : burstable(choice);
        form.refuseDryRun();
        Page<Instance> page = request.of(chosen, Instance::seq, i -> BYTES);
        long bytes = (long) BYTES * page.items().size();
        room.take(bytes);
        return Ec2Xml.answer(name(), bytes, xml -> {
            xml.element(
                    "instanceCreditSpecificationSet",
                    () -> page.items()
                            .forEach(i -> xml.element(
                                    "item",
                                    () -> xml.text("instanceId", i.id()).text("cpuCredits", CpuCredits.of(i)))));
            page.nextToken().ifPresent(token -> xml.text("nextToken", token));
        });
    }

    private List<Instance> unlimited(InstanceChoice choice) {
        return choice.from(all.get()).stream()
                .filter(i -> CpuCredits.isBurstable(i) && CpuCredits.of(i).equals(CpuCredits.UNLIMITED))
                .toList();
    }

    private List<Instance> burstable(InstanceChoice choice) {
        List<Instance> chosen = choice.from(all.get());
        chosen.stream().filter(i -> !CpuCredits.isBurstable(i)).findFirst().ifPresent(i -> {
            throw CpuCredits.notSupported(i);
        });
        return chosen;
    }
}
