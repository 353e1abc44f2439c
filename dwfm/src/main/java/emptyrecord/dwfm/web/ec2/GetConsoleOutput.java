package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * API reference, "GetConsoleOutput": no operating system runs in an instance here, so its console has said nothing yet, as
 * EC2's has just after a launch.
 *
 * @param find an instance by its id
 */
record GetConsoleOutput(Function<String, Optional<Instance>> find) implements Ec2Action {

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId", "Latest", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        String id = form.id();
        var unused = form.flag("Latest");
        Instance instance = find.apply(id).orElseThrow(() -> Ec2Exception.unknown(List.of(id)));
        form.refuseDryRun();
        return Ec2Xml.answer(
                name(),
                0,
                xml -> xml.text("instanceId", id)
                        .text("timestamp", InstanceXml.time(instance.life().placedAt())));
    }
}
