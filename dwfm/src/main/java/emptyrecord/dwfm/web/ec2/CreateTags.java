package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** API reference, "CreateTags": a tag with a known key replaces the other. All instances of a request get them, or none. */
record CreateTags(KindChanges changes) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("ResourceId.N", "Tag.N", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> ids = TaggedInstances.ids(form);
        Map<String, String> tags = TagParameters.created(form);
        form.refuseDryRun();
        var unused = changes.change(ids, i -> tagged(i, tags));
        return Ec2Xml.done(name());
    }

    private static LaunchSpec.Kind tagged(Instance instance, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(instance.tags());
        all.putAll(more);
        return instance.kind().withTags(Ec2Bounds.tags(all));
    }
}
