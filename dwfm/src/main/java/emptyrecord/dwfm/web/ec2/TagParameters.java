package emptyrecord.dwfm.web.ec2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags in a request. */
final class TagParameters {

    private TagParameters() {}

    /**
     * A tag to be deleted.
     *
     * @param value that it must have; empty for any
     */
    record Doomed(String key, Optional<String> value) {

        boolean is(Map.Entry<String, String> tag) {
            return tag.getKey().equals(key) && value.orElse(tag.getValue()).equals(tag.getValue());
        }
    }

    /** {@code TagSpecification.N} of a launch; only tags for instances are kept. */
    static Map<String, String> ofLaunch(Ec2Form form) {
        Map<String, String> tags = new TreeMap<>();
        for (String specification : ListMembers.of(form.values(), "TagSpecification")) {
            boolean forInstances =
                    form.required(specification + ".ResourceType").equals("instance");
            if (forInstances) {
                add(tags, form, specification + ".Tag");
            }
        }
        return Ec2Bounds.tags(tags);
    }

    /** {@code Tag.N} of CreateTags, at least one. */
    static Map<String, String> created(Ec2Form form) {
        Map<String, String> tags = new TreeMap<>();
        add(tags, form, "Tag");
        if (tags.isEmpty()) {
            throw Ec2Form.missing("Tag.1.Key");
        }
        return Ec2Bounds.tags(tags);
    }

    /** {@code Tag.N} of DeleteTags: a key alone is enough, and none at all means every tag. */
    static List<Doomed> deleted(Ec2Form form) {
        List<Doomed> doomed = new ArrayList<>();
        Map<String, String> keys = new TreeMap<>();
        for (String tag : ListMembers.of(form.values(), "Tag")) {
            String key = form.required(tag + ".Key");
            keys.put(key, "");
            doomed.add(new Doomed(key, Optional.ofNullable(form.values().get(tag + ".Value"))));
        }
        var unused = Ec2Bounds.tags(keys);
        return doomed;
    }

    private static void add(Map<String, String> tags, Ec2Form form, String list) {
        Collection<String> members = ListMembers.of(form.values(), list);
        for (String tag : members) {
            String key = form.required(tag + ".Key");
            if (tags.put(key, form.values().getOrDefault(tag + ".Value", "")) != null) {
                throw Ec2Form.invalid("Tag", key, "each key may be given once");
            }
        }
    }
}
