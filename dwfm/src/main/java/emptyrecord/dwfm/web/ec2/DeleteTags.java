package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.web.ec2.TagParameters.Doomed;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * API reference, "DeleteTags": a key with a value deletes the tag only if it has that value; a tag that is not there is no
 * error; without any tag in the request all are deleted.
 */
record DeleteTags(KindChanges changes) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("ResourceId.N", "Tag.N", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> ids = TaggedInstances.ids(form);
        List<Doomed> doomed = TagParameters.deleted(form);
        form.refuseDryRun();
        var unused = changes.change(ids, i -> without(i, doomed));
        return Ec2Xml.done(name());
    }

    private static LaunchSpec.Kind without(Instance instance, List<Doomed> doomed) {
        Map<String, String> left = new TreeMap<>(instance.tags());
        left.entrySet().removeIf(tag -> doomed.isEmpty() || doomed.stream().anyMatch(d -> d.is(tag)));
        return instance.kind().withTags(left);
    }
}
