package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.kit.xml.XmlDocument;
import java.util.Set;

/** API reference, "UnmonitorInstances": turns detailed monitoring off. Nothing is measured here. */
record UnmonitorInstances(KindChanges changes) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return new Monitoring(name(), false).answer(form, room, changes);
    }
}
