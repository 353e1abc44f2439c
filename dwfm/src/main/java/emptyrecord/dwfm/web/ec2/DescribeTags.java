package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** API reference, "DescribeTags": the tags of all instances, in launch order, then by key. */
record DescribeTags(Supplier<List<Instance>> all) implements Ec2Action {

    private static final int PAGE_MIN = 5;
    private static final int PAGE_MAX = 1000;

    /** Tags around a tag and its instance's id, rounded up. */
    private static final int BYTES = 140;

    private static final Filters<Tag> FILTERS = Filters.<Tag>of(
                    filter("key", Tag::key),
                    filter("resource-id", t -> t.instance().id()),
                    filter("resource-type", t -> "instance"),
                    filter("value", Tag::value))
            .withTags(t -> Map.of(t.key(), t.value()));

    /** @param index among the instance's tags, below {@link Ec2Bounds#TAGS_MAX} */
    private record Tag(Instance instance, int index, String key, String value) {

        long number() {
            return instance.seq() * Ec2Bounds.TAGS_MAX + index;
        }

        long bytesMax() {
            return BYTES + XmlWriter.bytesMax(key) + XmlWriter.bytesMax(value);
        }
    }

    @Override
    public Set<String> parameters() {
        return Set.of("Filter.N", "MaxResults", "NextToken", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        Page.Request request = Page.Request.of(form, PAGE_MIN, PAGE_MAX);
        List<Tag> chosen = all.get().stream()
                .flatMap(DescribeTags::tags)
                .filter(FILTERS.of(form.filters()))
                .toList();
        form.refuseDryRun();
        Page<Tag> page = request.of(chosen, Tag::number, Tag::bytesMax);
        long bytes = page.items().stream().mapToLong(Tag::bytesMax).sum();
        room.take(bytes);
        return Ec2Xml.answer(name(), bytes, xml -> {
            xml.element("tagSet", () -> page.items().forEach(t -> xml.element("item", () -> write(xml, t))));
            page.nextToken().ifPresent(token -> xml.text("nextToken", token));
        });
    }

    private static Stream<Tag> tags(Instance instance) {
        int[] index = {0};
        return new TreeMap<>(instance.tags())
                .entrySet().stream().map(t -> new Tag(instance, index[0]++, t.getKey(), t.getValue()));
    }

    private static void write(XmlWriter xml, Tag tag) {
        xml.text("resourceId", tag.instance().id())
                .text("resourceType", "instance")
                .text("key", tag.key())
                .text("value", tag.value());
    }
}
