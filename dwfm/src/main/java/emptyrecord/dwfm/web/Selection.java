package emptyrecord.dwfm.web;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which instances a Describe call is about: by id, by filters (all must match, each by one of its values), page by page. The
 * token of a page is the launch number it begins after.
 */
record Selection(List<String> ids, Map<String, List<String>> filters, int max, long after) {

    private static final int PAGE_MAX = 1000;

    record Page(List<Instance> instances, Optional<String> nextToken) {}

    static Selection of(Ec2Form form) {
        int max = form.number("MaxResults", PAGE_MAX);
        if (max < 1 || max > PAGE_MAX) {
            throw Ec2Form.invalid("MaxResults", Integer.toString(max), "it must lie between 1 and " + PAGE_MAX);
        }
        return new Selection(form.list("InstanceId"), form.filters(), max, after(form));
    }

    private static long after(Ec2Form form) {
        String token = form.text("NextToken").orElse("0");
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw Ec2Form.invalid("NextToken", token, "it must be the token of an earlier answer");
        }
    }

    Page page(List<Instance> all) {
        for (String id : ids) {
            if (all.stream().noneMatch(i -> i.id().equals(id))) {
                throw new Ec2Exception(
                        Ec2Error.INVALID_INSTANCE_ID_NOT_FOUND, "The instance ID '" + id + "' does not exist");
            }
        }
        List<Instance> found = all.stream()
                .filter(i -> i.seq() > after && (ids.isEmpty() || ids.contains(i.id())) && matches(i))
                .limit(max + 1L)
                .toList();
        return found.size() <= max
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, max),
                        Optional.of(Long.toString(found.get(max - 1).seq())));
    }

    private boolean matches(Instance instance) {
        return filters.entrySet().stream().allMatch(f -> matches(instance, f.getKey(), f.getValue()));
    }

    private static boolean matches(Instance i, String filter, List<String> wanted) {
        if (filter.startsWith("tag:")) {
            return Optional.ofNullable(i.tags().get(filter.substring("tag:".length())))
                    .filter(wanted::contains)
                    .isPresent();
        }
        return switch (filter) {
            case "instance-id" -> wanted.contains(i.id());
            case "instance-state-name" -> wanted.contains(i.state().word());
            case "instance-state-code" ->
                wanted.contains(Integer.toString(i.state().code()));
            case "availability-zone" -> wanted.contains(i.zone());
            case "client-token" -> wanted.contains(i.clientToken());
            case "tag-key" -> i.tags().keySet().stream().anyMatch(wanted::contains);
            default ->
                throw Ec2Form.invalid(
                        "Filter",
                        filter,
                        "known are instance-id, instance-state-name, instance-state-code, availability-zone, client-token, tag-key, tag:KEY");
        };
    }
}
