package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The instances that a call asks for: by id, and by filters. */
record InstanceChoice(List<String> ids, Predicate<Instance> filters) {

    private static final int PAGE_MIN = 5;
    private static final int PAGE_MAX = 1000;

    static InstanceChoice of(Ec2Form form, Filters<Instance> known) {
        return new InstanceChoice(form.ids(), known.of(form.filters()));
    }

    /** @throws Ec2Exception if there are ids too: "You cannot specify this parameter and the instance IDs parameter" */
    static Page.Request page(Ec2Form form) {
        if (!form.list("InstanceId").isEmpty() && form.text("MaxResults").isPresent()) {
            throw new Ec2Exception(
                    Ec2Error.INVALID_PARAMETER_COMBINATION,
                    "The parameter InstanceId cannot be used with the parameter MaxResults");
        }
        return Page.Request.of(form, PAGE_MIN, PAGE_MAX);
    }

    /** @throws Ec2Exception with InvalidInstanceID.NotFound if an id is unknown */
    List<Instance> from(List<Instance> all) {
        Set<String> known = all.stream().map(Instance::id).collect(Collectors.toSet());
        List<String> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw Ec2Exception.unknown(unknown);
        }
        Set<String> wanted = Set.copyOf(ids);
        return all.stream()
                .filter(i -> wanted.isEmpty() || wanted.contains(i.id()))
                .filter(filters)
                .toList();
    }
}
