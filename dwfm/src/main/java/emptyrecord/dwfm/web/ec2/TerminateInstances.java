package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.InstanceStore.Changed;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * API reference, "TerminateInstances": "if you terminate an instance more than once, each call succeeds"; if one id is
 * wrong, none is terminated.
 *
 * @param terminate orders it for all of these ids, or for none
 */
record TerminateInstances(Function<List<String>, List<Changed>> terminate) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "Force", "SkipOsShutdown", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> ids = form.someIds();
        var unused = form.flag("Force") | form.flag("SkipOsShutdown");
        form.refuseDryRun();
        room.take(StateChange.bytesMax(ids.size()));
        return StateChange.answer(name(), terminate.apply(ids));
    }
}
