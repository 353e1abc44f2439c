package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Starter;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;

/**
 * API reference, "StartInstances". A stopped instance is placed anew, so it needs a droplet with a lease and with room:
 * InsufficientInstanceCapacity otherwise. It draws from the launches' request limit.
 */
record StartInstances(Starter starter) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "AdditionalInfo", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> ids = form.someIds();
        form.refuseDryRun();
        room.take(StateChange.bytesMax(ids.size()));
        return StateChange.started(name(), starter.start(ids));
    }
}
