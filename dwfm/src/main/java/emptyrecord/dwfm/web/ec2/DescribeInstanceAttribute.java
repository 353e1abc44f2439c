package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * API reference, "DescribeInstanceAttribute": one attribute. User data is not kept, and there are no disks, so those are
 * empty.
 *
 * @param find an instance by its id
 */
record DescribeInstanceAttribute(Function<String, Optional<Instance>> find) implements Ec2Action {

    private static final Map<String, BiConsumer<XmlWriter, Instance>> ATTRIBUTES = new TreeMap<>(Map.ofEntries(
            value("disableApiStop", i -> i.kind().options().disableApiStop()),
            value("disableApiTermination", i -> i.kind().options().disableApiTermination()),
            value("ebsOptimized", i -> i.kind().options().ebsOptimized()),
            value("enaSupport", i -> true),
            value("instanceInitiatedShutdownBehavior", i -> i.kind().endsOnShutdown() ? "terminate" : "stop"),
            value("instanceType", i -> i.kind().instanceType()),
            value("rootDeviceName", i -> DescribeImages.ROOT),
            value("sourceDestCheck", i -> true),
            attribute("blockDeviceMapping", (xml, i) -> {}),
            attribute("enclaveOptions", (xml, i) -> xml.text("enabled", false)),
            attribute("groupSet", (xml, i) -> InstanceXml.group(xml)),
            attribute("kernel", (xml, i) -> {}),
            attribute("productCodes", (xml, i) -> {}),
            attribute("ramdisk", (xml, i) -> {}),
            attribute("sriovNetSupport", (xml, i) -> {}),
            attribute("userData", (xml, i) -> {})));

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceId", "Attribute", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        String id = form.id();
        String attribute = form.required("Attribute");
        BiConsumer<XmlWriter, Instance> content = ATTRIBUTES.get(attribute);
        if (content == null) {
            throw Ec2Form.invalid("attribute", attribute, "Unknown attribute. Known are " + ATTRIBUTES.keySet());
        }
        Instance instance = find.apply(id).orElseThrow(() -> Ec2Exception.unknown(List.of(id)));
        form.refuseDryRun();
        return Ec2Xml.answer(
                name(),
                InstanceXml.bytesMax(instance),
                xml -> xml.text("instanceId", id).element(attribute, () -> content.accept(xml, instance)));
    }

    private static Map.Entry<String, BiConsumer<XmlWriter, Instance>> value(
            String name, Function<Instance, Object> value) {
        return attribute(name, (xml, i) -> xml.text("value", value.apply(i)));
    }

    private static Map.Entry<String, BiConsumer<XmlWriter, Instance>> attribute(
            String name, BiConsumer<XmlWriter, Instance> content) {
        return Map.entry(name, content);
    }
}
