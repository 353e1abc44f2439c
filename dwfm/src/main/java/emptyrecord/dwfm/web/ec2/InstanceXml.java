package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.MetadataOptions;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Instances in EC2's XML: {@code Reservation}, {@code Instance} and {@code InstanceStatus} of the API reference. */
final class InstanceXml {

    static final String ARCHITECTURE = "x86_64";

    /** Tags around an instance, including its request and everything of fixed length; rounded up. */
    private static final int INSTANCE_BYTES = 1350;

    /** Tags around one tag, rounded up. */
    private static final int TAG_BYTES = 50;

    private InstanceXml() {}

    /** Upper bound of an answer with these instances, in bytes. */
    static long bytesMax(List<Instance> instances) {
        return instances.stream().mapToLong(InstanceXml::bytesMax).sum();
    }

    /** Upper bound of an instance in any answer but one about state changes, in bytes. */
    static long bytesMax(Instance instance) {
        return bytesMax(instance.kind(), instance.clientToken());
    }

    /** The same before it is launched. */
    static long bytesMax(LaunchSpec.Kind kind, String token) {
        long tags = kind.tags().entrySet().stream()
                .mapToLong(t -> TAG_BYTES + XmlWriter.bytesMax(t.getKey()) + XmlWriter.bytesMax(t.getValue()))
                .sum();
        boolean plain = kind.options().metadata().equals(MetadataOptions.DEFAULT);
        return INSTANCE_BYTES
                + (plain ? 0 : Metadata.BYTES)
                + XmlWriter.bytesMax(kind.imageId())
                + XmlWriter.bytesMax(kind.instanceType())
                + XmlWriter.bytesMax(kind.options().keyName())
                + XmlWriter.bytesMax(token)
                + tags;
    }

    static XmlDocument launched(DefaultVpc vpc, List<Instance> instances) {
        return Ec2Xml.answer(
                "RunInstances",
                bytesMax(instances),
                xml -> reservation(xml, instances, i -> instance(xml, i, vpc, i.state() == Instance.State.RUNNING)));
    }

    /** One reservation per launching request, as far as its instances are next to each other on the page. */
    static XmlDocument described(DefaultVpc vpc, Page<Instance> page) {
        return Ec2Xml.answer("DescribeInstances", bytesMax(page.items()), xml -> {
            xml.element(
                    "reservationSet",
                    () -> byReservation(page.items())
                            .forEach(r ->
                                    xml.element("item", () -> reservation(xml, r, i -> instance(xml, i, vpc, false)))));
            page.nextToken().ifPresent(token -> xml.text("nextToken", token));
        });
    }

    static XmlDocument statuses(Page<Instance> page) {
        return Ec2Xml.answer("DescribeInstanceStatus", bytesMax(page.items()), xml -> {
            xml.element(
                    "instanceStatusSet", () -> page.items().forEach(i -> xml.element("item", () -> status(xml, i))));
            page.nextToken().ifPresent(token -> xml.text("nextToken", token));
        });
    }

    static String health(Instance i) {
        return i.state() == Instance.State.RUNNING ? "ok" : "not-applicable";
    }

    /** EC2's times have milliseconds. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    }

    private static Collection<List<Instance>> byReservation(List<Instance> instances) {
        return instances.stream()
                .collect(Collectors.groupingBy(i -> i.launch().reservation(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static void reservation(XmlWriter xml, List<Instance> instances, Consumer<Instance> write) {
        xml.text("reservationId", instances.getFirst().launch().reservation())
                .text("ownerId", Ec2Xml.OWNER)
                .element("groupSet", () -> {})
                .element("instancesSet", () -> instances.forEach(i -> xml.element("item", () -> write.accept(i))));
    }

    /** @param pending whether a launch is answered with it */
    private static void instance(XmlWriter xml, Instance i, DefaultVpc vpc, boolean pending) {
        xml.text("instanceId", i.id()).text("imageId", i.kind().imageId());
        if (pending) {
            StateChange.pending(xml, "instanceState");
        } else {
            StateChange.state(xml, "instanceState", i.state());
        }
        xml.text("privateDnsName", "").text("dnsName", "");
        reason(xml, i);
        if (!i.kind().options().keyName().isEmpty()) {
            xml.text("keyName", i.kind().options().keyName());
        }
        xml.text("amiLaunchIndex", i.launch().index())
                .element("productCodes", () -> {})
                .text("instanceType", i.kind().instanceType())
                .text("launchTime", time(i.life().placedAt()))
                .element(
                        "placement",
                        () -> xml.text("availabilityZone", i.zone())
                                .text("groupName", "")
                                .text("tenancy", "default"))
                .element("monitoring", () -> xml.text("state", monitoring(i)))
                .text("architecture", ARCHITECTURE)
                .text("rootDeviceType", "ebs")
                .text("virtualizationType", "hvm")
                .text("clientToken", i.clientToken());
        xml.text("ebsOptimized", i.kind().options().ebsOptimized())
                .element("enclaveOptions", () -> xml.text("enabled", false));
        network(xml, i, vpc);
        metadata(xml, i.kind().options().metadata());
        tags(xml, i.tags());
    }

    /** Only options that a caller has set, so that a page can hold a thousand plain instances (our choice). */
    private static void metadata(XmlWriter xml, MetadataOptions options) {
        if (!options.equals(MetadataOptions.DEFAULT)) {
            xml.element("metadataOptions", () -> Metadata.write(xml, options));
        }
    }

    static String monitoring(Instance i) {
        return i.kind().options().monitoring() ? "enabled" : "disabled";
    }

    /** Whether it is in the network: a terminated instance is not. */
    static boolean inVpc(Instance i) {
        return i.state() != Instance.State.TERMINATED;
    }

    private static void network(XmlWriter xml, Instance i, DefaultVpc vpc) {
        if (inVpc(i)) {
            vpc.subnetOf(i.zone())
                    .ifPresent(subnet -> xml.text("subnetId", subnet.id())
                            .text("vpcId", DefaultVpc.ID)
                            .text("sourceDestCheck", true)
                            .element("groupSet", () -> group(xml)));
        }
    }

    static void group(XmlWriter xml) {
        xml.element("item", () -> xml.text("groupId", DefaultVpc.GROUP_ID).text("groupName", DefaultVpc.GROUP_NAME));
    }

    /** Why it is not running: {@code StateReason} of the API reference. */
    private static void reason(XmlWriter xml, Instance i) {
        String reason = switch (i.life().cause()) {
            case NONE -> "";
            case USER -> "Client.UserInitiatedShutdown: User initiated shutdown";
            case GUEST -> "Client.InstanceInitiatedShutdown: Instance initiated shutdown";
        };
        if (!reason.isEmpty() && i.state() != Instance.State.RUNNING) {
            String code = reason.substring(0, reason.indexOf(':'));
            xml.element("stateReason", () -> xml.text("code", code).text("message", reason));
        }
    }

    private static void tags(XmlWriter xml, Map<String, String> tags) {
        if (!tags.isEmpty()) {
            xml.element(
                    "tagSet",
                    () -> tags.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(t -> xml.element(
                                    "item", () -> xml.text("key", t.getKey()).text("value", t.getValue()))));
        }
    }

    private static void status(XmlWriter xml, Instance i) {
        xml.text("instanceId", i.id()).text("availabilityZone", i.zone());
        StateChange.state(xml, "instanceState", i.state());
        for (String kind : List.of("systemStatus", "instanceStatus")) {
            xml.element(kind, () -> xml.text("status", health(i)).element("details", () -> {}));
        }
    }
}
