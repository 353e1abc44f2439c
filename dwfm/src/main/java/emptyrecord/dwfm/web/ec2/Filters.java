package emptyrecord.dwfm.web.ec2;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The filters of one Describe action (user guide, "Filter your resources"): all filters must match, each by one of its
 * values, and values may hold {@linkplain Wildcard wildcards}. A filter that EC2 has and this service does not is refused,
 * because an answer that passes it over would hold too much.
 *
 * @param known the values of a thing, by the filter's name
 * @param tags of a thing, for {@code tag:KEY} and {@code tag-key}; empty for things without tags
 */
record Filters<T>(Map<String, Function<T, Collection<String>>> known, Optional<Function<T, Map<String, String>>> tags) {

    private static final String TAG = "tag:";

    /** A filter by its name. */
    record Named<T>(String name, Function<T, Collection<String>> values) {}

    static <T> Named<T> filter(String name, Function<T, Object> value) {
        return new Named<>(name, thing -> List.of(value.apply(thing).toString()));
    }

    /** A filter on what not everything has. */
    static <T> Named<T> optional(String name, Function<T, Optional<String>> value) {
        return new Named<>(name, thing -> value.apply(thing).stream().toList());
    }

    @SafeVarargs
    static <T> Filters<T> of(Named<T>... filters) {
        Map<String, Function<T, Collection<String>>> known = new TreeMap<>();
        Arrays.stream(filters).forEach(f -> known.put(f.name(), f.values()));
        return new Filters<>(known, Optional.empty());
    }

    /** The filters of things that there are none of: nothing matches any of them. */
    static Filters<String> ofNothing(String... names) {
        Map<String, Function<String, Collection<String>>> known = new TreeMap<>();
        Arrays.stream(names).forEach(name -> known.put(name, thing -> List.of()));
        return new Filters<>(known, Optional.empty());
    }

    Filters<T> and(Named<T> filter) {
        Map<String, Function<T, Collection<String>>> more = new TreeMap<>(known);
        more.put(filter.name(), filter.values());
        return new Filters<>(more, tags);
    }

    Filters<T> withTags(Function<T, Map<String, String>> of) {
        Map<String, Function<T, Collection<String>>> more = new TreeMap<>(known);
        more.put("tag-key", thing -> of.apply(thing).keySet());
        return new Filters<>(more, Optional.of(of));
    }

    /** @throws emptyrecord.dwfm.instances.Ec2Exception with InvalidParameterValue for a filter that is not known */
    Predicate<T> of(Map<String, List<String>> wanted) {
        return wanted.entrySet().stream()
                .map(f -> matching(values(f.getKey()), f.getValue()))
                .reduce(thing -> true, Predicate::and);
    }

    private static <T> Predicate<T> matching(Function<T, Collection<String>> values, List<String> wanted) {
        List<Wildcard> patterns = wanted.stream().map(Wildcard::new).toList();
        return thing ->
                values.apply(thing).stream().anyMatch(value -> patterns.stream().anyMatch(p -> p.matches(value)));
    }

    private Function<T, Collection<String>> values(String name) {
        if (tags.isPresent() && name.startsWith(TAG)) {
            Function<T, Map<String, String>> of = tags.get();
            String key = name.substring(TAG.length());
            return thing ->
                    Optional.ofNullable(of.apply(thing).get(key)).stream().toList();
        }
        Function<T, Collection<String>> values = known.get(name);
        if (values == null) {
            throw Ec2Form.invalid(
                    "Filter",
                    name,
                    "The filter '" + Ec2Bounds.shortened(name) + "' is invalid; known are "
                            + String.join(", ", known.keySet()) + (tags.isPresent() ? ", tag:KEY" : ""));
        }
        return values;
    }
}
