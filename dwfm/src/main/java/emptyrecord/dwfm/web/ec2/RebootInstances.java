package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.InstanceStore.Changed;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * API reference, "RebootInstances": it "only queues a request", which is carried out when the droplet has a lease. The
 * instance stays on its droplet and keeps its network state (user guide, "Reboot your instance").
 *
 * @param reboot orders it for all of these ids, or for none
 */
record RebootInstances(Function<List<String>, List<Changed>> reboot) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> ids = form.someIds();
        form.refuseDryRun();
        var unused = reboot.apply(ids);
        return Ec2Xml.done(name());
    }
}
