package emptyrecord.dwfm.web;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which instances a Describe call selects: by id, by filters (all must match, each by one of its values), page by page.
 * The token of a page is the launch number after which it begins.
 */
record Selection(List<String> ids, Map<String, List<String>> filters, int max, long after) {
    private static final int PAGE_MIN = 5;
    private static final int PAGE_MAX = 1000;

    /** Bytes of a page as XML, so that a page of many tags is short; a thousand plain instances fit (our choice). */
    static final int PAGE_BYTES_MAX = 3 << 19;

    record Page(List<Instance> instances, Optional<String> nextToken) {}

    static Selection of(Ec2Form form) {
        int max = form.number("MaxResults", PAGE_MAX);
        if (max < PAGE_MIN || max > PAGE_MAX) {
            throw Ec2Form.invalid(
                    "MaxResults", Integer.toString(max), "it must lie between " + PAGE_MIN + " and " + PAGE_MAX);
        }
        List<String> ids = form.ids();
        if (!ids.isEmpty() && form.text("MaxResults").isPresent()) {
            throw new Ec2Exception(
                    Ec2Error.INVALID_PARAMETER_COMBINATION,
                    "The parameter InstanceId cannot be used with the parameter MaxResults");
        }
        return new Selection(ids, form.filters(), max, after(form));
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
        mustExist(all);
        Set<String> wanted = new HashSet<>(ids);
        List<Instance> page = new ArrayList<>();
        long bytes = 0;
        for (Instance each : all) {
            if (each.seq() <= after || !(wanted.isEmpty() || wanted.contains(each.id())) || !matches(each)) {
                continue;
            }
            bytes += Ec2Answers.bytesMax(each);
            if (page.size() == max || (bytes > PAGE_BYTES_MAX && !page.isEmpty())) {
                return new Page(page, Optional.of(Long.toString(page.getLast().seq())));
            }
            page.add(each);
        }
        return new Page(page, Optional.empty());
    }

    private void mustExist(List<Instance> all) {
        Set<String> known =
                ids.isEmpty() ? Set.of() : all.stream().map(Instance::id).collect(Collectors.toSet());
        List<String> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw Ec2Exception.unknown(unknown);
        }
    }

    private boolean matches(Instance instance) {
        return filters.entrySet().stream().allMatch(f -> one(f.getValue(), values(instance, f.getKey())));
    }

    private static boolean one(List<String> wanted, Collection<String> values) {
        return wanted.stream().map(Wildcard::new).anyMatch(w -> values.stream().anyMatch(w::matches));
    }

    private static Collection<String> values(Instance i, String filter) {
        if (filter.startsWith("tag:")) {
            return Optional.ofNullable(i.tags().get(filter.substring("tag:".length()))).stream()
                    .toList();
        }
        return switch (filter) {
            case "instance-id" -> List.of(i.id());
            case "instance-state-name" -> List.of(i.state().word());
            case "instance-state-code" -> List.of(Integer.toString(i.state().code()));
            case "availability-zone" -> List.of(i.zone());
            case "client-token" -> List.of(i.clientToken());
            case "reservation-id" -> List.of(i.launch().reservation());
            case "tag-key" -> i.tags().keySet();
            default ->
                throw Ec2Form.invalid(
                        "Filter",
                        filter,
                        "known are instance-id, instance-state-name, instance-state-code, availability-zone,"
                                + " client-token, reservation-id, tag-key, tag:KEY");
        };
    }
}
