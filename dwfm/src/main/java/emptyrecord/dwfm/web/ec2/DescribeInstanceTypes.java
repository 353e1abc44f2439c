package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Set;

/** API reference, "DescribeInstanceTypes": what callers ask about a type before they launch it. */
record DescribeInstanceTypes() implements Ec2Action {

    private static final int PAGE_MIN = 5;
    private static final int PAGE_MAX = 100;

    /** A type in an answer, rounded up. */
    static final int BYTES = 2_600;

    private static final Filters<InstanceType> FILTERS = Filters.of(
            filter("bare-metal", t -> false),
            filter("burstable-performance-supported", InstanceType::burstable),
            filter("current-generation", t -> !t.previousGeneration()),
            filter("free-tier-eligible", InstanceType::freeTier),
            filter("hypervisor", DescribeInstanceTypes::hypervisor),
            filter("instance-storage-supported", InstanceType::previousGeneration),
            filter("instance-type", InstanceType::word),
            filter("memory-info.size-in-mib", InstanceType::memoryMib),
            filter("processor-info.supported-architecture", InstanceType::architecture),
            filter("supported-root-device-type", t -> "ebs"),
            filter("supported-usage-class", t -> "on-demand"),
            filter("supported-virtualization-type", DescribeInstanceTypes::virtualization),
            filter("vcpu-info.default-vcpus", InstanceType::cpus));

    @Override
    public Set<String> parameters() {
        return Set.of("InstanceType.N", "Filter.N", "MaxResults", "NextToken", "IncludeUnsupportedInRegion", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> names = form.list("InstanceType");
        Page.Request request = Page.Request.of(form, PAGE_MIN, PAGE_MAX);
        List<InstanceType> chosen =
                named(names).stream().filter(FILTERS.of(form.filters())).toList();
        var unused = form.flag("IncludeUnsupportedInRegion");
        form.refuseDryRun();
        Page<InstanceType> page = request.of(chosen, t -> t.ordinal() + 1L, t -> BYTES);
        long bytes = (long) BYTES * page.items().size();
        room.take(bytes);
        return Ec2Xml.answer(name(), bytes, xml -> {
            xml.element("instanceTypeSet", () -> page.items().forEach(t -> xml.element("item", () -> write(xml, t))));
            page.nextToken().ifPresent(token -> xml.text("nextToken", token));
        });
    }

    private static List<InstanceType> named(List<String> names) {
        List<String> unknown = names.stream()
                .filter(name -> InstanceType.named(name).isEmpty())
                .map(Ec2Bounds::shortened)
                .toList();
        if (!unknown.isEmpty()) {
            throw new Ec2Exception(
                    Ec2Error.INVALID_INSTANCE_TYPE, "The following supplied instance types do not exist: " + unknown);
        }
        return InstanceType.all().stream()
                .filter(t -> names.isEmpty() || names.contains(t.word()))
                .toList();
    }

    private static String hypervisor(InstanceType type) {
        return type.previousGeneration() ? "xen" : "nitro";
    }

    private static String virtualization(InstanceType type) {
        return type.previousGeneration() ? "paravirtual" : "hvm";
    }

    private static void write(XmlWriter xml, InstanceType type) {
        xml.text("instanceType", type.word())
                .text("currentGeneration", !type.previousGeneration())
                .text("freeTierEligible", type.freeTier());
        Ec2Xml.items(xml, "supportedUsageClasses", List.of("on-demand"));
        Ec2Xml.items(xml, "supportedRootDeviceTypes", List.of("ebs"));
        Ec2Xml.items(xml, "supportedVirtualizationTypes", List.of(virtualization(type)));
        xml.text("bareMetal", false).text("hypervisor", hypervisor(type));
        xml.element("processorInfo", () -> Ec2Xml.items(xml, "supportedArchitectures", List.of(type.architecture())));
        xml.element(
                "vCpuInfo",
                () -> xml.text("defaultVCpus", type.cpus())
                        .text("defaultCores", type.cpus() / type.threadsPerCore())
                        .text("defaultThreadsPerCore", type.threadsPerCore()));
        xml.element("memoryInfo", () -> xml.text("sizeInMiB", type.memoryMib()))
                .text("instanceStorageSupported", type.previousGeneration());
        xml.element(
                "ebsInfo",
                () -> xml.text("ebsOptimizedSupport", type.previousGeneration() ? "unsupported" : "default")
                        .text("encryptionSupport", "supported"));
        network(xml, type);
        xml.element(
                "placementGroupInfo",
                () -> Ec2Xml.items(xml, "supportedStrategies", List.of("cluster", "partition", "spread")));
        xml.text("hibernationSupported", false)
                .text("burstablePerformanceSupported", type.burstable())
                .text("dedicatedHostsSupported", false)
                .text("autoRecoverySupported", false);
    }

    private static void network(XmlWriter xml, InstanceType type) {
        xml.element(
                "networkInfo",
                () -> xml.text("maximumNetworkInterfaces", type.interfaces())
                        .text("maximumNetworkCards", 1)
                        .text("ipv4AddressesPerInterface", type.addresses())
                        .text("ipv6Supported", !type.previousGeneration())
                        .text("enaSupport", type.previousGeneration() ? "unsupported" : "required"));
    }
}
