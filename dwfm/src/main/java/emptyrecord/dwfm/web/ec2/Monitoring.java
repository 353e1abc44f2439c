package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.InstanceStore.Changed;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;

/** What MonitorInstances and UnmonitorInstances share: the wish is kept, and DescribeInstances shows it. */
record Monitoring(String action, boolean wanted) {

    private static final int BYTES = 150;

    XmlDocument answer(Ec2Form form, LongAnswer room, KindChanges changes) {
        List<String> ids = form.someIds();
        form.refuseDryRun();
        long bytes = (long) BYTES * ids.size();
        room.take(bytes);
        List<Changed> changed =
                changes.change(ids, i -> i.kind().withOptions(i.kind().options().withMonitoring(wanted)));
        return Ec2Xml.answer(
                action,
                bytes,
                xml -> xml.element(
                        "instancesSet",
                        () -> changed.forEach(c -> xml.element(
                                "item",
                                () -> xml.text("instanceId", c.after().id())
                                        .element("monitoring", () -> xml.text("state", state(c)))))));
    }

    /** EC2 answers with the state on the way. */
    private String state(Changed changed) {
        boolean before = changed.before().kind().options().monitoring();
        if (before == wanted) {
            return InstanceXml.monitoring(changed.after());
        }
        return wanted ? "pending" : "disabling";
    }
}
