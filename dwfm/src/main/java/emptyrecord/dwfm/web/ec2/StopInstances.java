package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.InstanceStore.Changed;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * API reference, "StopInstances": accepted at once, carried out when the droplet has a lease; then "the compute resources
 * are released". {@code Force} waits for the lease too. No instance here is enabled for hibernation.
 *
 * @param stop orders it for all of these ids, or for none
 */
record StopInstances(Function<List<String>, List<Changed>> stop) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId.N", "Force", "Hibernate", "SkipOsShutdown", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> ids = form.someIds();
        var unused = form.flag("Force") | form.flag("SkipOsShutdown");
        if (form.flag("Hibernate")) {
            throw new Ec2Exception(
                    Ec2Error.UNSUPPORTED_HIBERNATION,
                    "The instance '" + ids.getFirst() + "' is not enabled for hibernation.");
        }
        form.refuseDryRun();
        room.take(StateChange.bytesMax(ids.size()));
        return StateChange.answer(name(), stop.apply(ids));
    }
}
