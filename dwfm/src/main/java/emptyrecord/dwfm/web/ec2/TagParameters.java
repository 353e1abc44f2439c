package emptyrecord.dwfm.web.ec2;

import java.util.Map;
import java.util.TreeMap;

/** {@code TagSpecification.N} of a launch; only tags for instances are kept. */
final class TagParameters {

    private TagParameters() {}

    static Map<String, String> read(Ec2Form form) {
        Map<String, String> tags = new TreeMap<>();
        for (String specification : ListMembers.of(form.values(), "TagSpecification")) {
            boolean forInstances =
                    form.required(specification + ".ResourceType").equals("instance");
            for (String tag : ListMembers.of(form.values(), specification + ".Tag")) {
                if (forInstances) {
                    add(tags, form, tag);
                }
            }
        }
        return Ec2Bounds.tags(tags);
    }

    private static void add(Map<String, String> tags, Ec2Form form, String tag) {
        String key = form.required(tag + ".Key");
        if (tags.put(key, form.values().getOrDefault(tag + ".Value", "")) != null) {
            throw Ec2Form.invalid("Tag", key, "each key may be given once");
        }
    }
}
