package emptyrecord.dwfm.web;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Terminator;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** EC2's answers in EC2's XML, version 2016-11-15. */
final class Ec2Answers {

    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";
    private static final String OWNER = "123456789012";

    /** Tags around an instance, including its request and everything of fixed length; rounded up. */
    private static final int INSTANCE_BYTES = 1000;

    /** Tags around one tag, rounded up. */
    private static final int TAG_BYTES = 50;

    /** An instance in the answer to a termination, rounded up. */
    private static final int TERMINATED_BYTES = 240;

    /** Start and end of an answer, rounded up. */
    private static final int FRAME_BYTES = 512;

    private Ec2Answers() {}

    /** Upper bound of an answer with these instances, in bytes. */
    static long bytesMax(List<Instance> instances) {
        return instances.stream().mapToLong(Ec2Answers::bytesMax).sum();
    }

    /** Upper bound of an instance in any answer except one to a termination, in bytes. */
    static long bytesMax(Instance instance) {
        return bytesMax(instance.kind(), instance.clientToken());
    }

    /** The same before it is launched. */
    static long bytesMax(LaunchSpec.Kind kind, String token) {
        long tags = kind.tags().entrySet().stream()
                .mapToLong(t -> TAG_BYTES + XmlWriter.bytesMax(t.getKey()) + XmlWriter.bytesMax(t.getValue()))
                .sum();
        return INSTANCE_BYTES
                + XmlWriter.bytesMax(kind.imageId())
                + XmlWriter.bytesMax(kind.instanceType())
                + XmlWriter.bytesMax(token)
                + tags;
    }

    static long terminatedBytesMax(int instances) {
        return (long) TERMINATED_BYTES * instances;
    }

    static XmlDocument launched(List<Instance> instances) {
        return answer("RunInstancesResponse", bytesMax(instances), xml -> reservation(xml, instances, true));
    }

    static XmlDocument terminated(List<Terminator.Accepted> accepted) {
        return answer(
                "TerminateInstancesResponse",
                terminatedBytesMax(accepted.size()),
                xml -> xml.element(
                        "instancesSet",
                        () -> accepted.forEach(a -> xml.element("item", () -> {
                            xml.text("instanceId", a.instance().id());
                            state(xml, "currentState", a.instance().state());
                            state(xml, "previousState", a.before());
                        }))));
    }

    /** One reservation per launching request, as far as its instances are next to each other on the page. */
    static XmlDocument described(List<Instance> instances, Optional<String> nextToken) {
        return answer("DescribeInstancesResponse", bytesMax(instances), xml -> {
            xml.element(
                    "reservationSet",
                    () -> byReservation(instances).forEach(r -> xml.element("item", () -> reservation(xml, r, false))));
            nextToken.ifPresent(token -> xml.text("nextToken", token));
        });
    }

    private static Collection<List<Instance>> byReservation(List<Instance> instances) {
        return instances.stream()
                .collect(Collectors.groupingBy(i -> i.launch().reservation(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    static XmlDocument statuses(List<Instance> instances, Optional<String> nextToken) {
        return answer("DescribeInstanceStatusResponse", bytesMax(instances), xml -> {
            xml.element("instanceStatusSet", () -> instances.forEach(i -> xml.element("item", () -> status(xml, i))));
            nextToken.ifPresent(token -> xml.text("nextToken", token));
        });
    }

    static XmlDocument zones(List<String> zones) {
        return answer(
                "DescribeAvailabilityZonesResponse",
                0,
                xml -> xml.element(
                        "availabilityZoneInfo",
                        () -> zones.forEach(zone -> xml.element(
                                "item",
                                () -> xml.text("zoneName", zone)
                                        .text("zoneState", "available")
                                        .text("regionName", "us-east-1")
                                        .text("zoneId", "use1-az" + (1 + zones.indexOf(zone)))
                                        .element("messageSet", () -> {})))));
    }

    static XmlDocument error(String code, String message) {
        return XmlWriter.document(
                new XmlWriter.Root("Response", "", FRAME_BYTES),
                xml -> xml.element(
                                "Errors",
                                () -> xml.element(
                                        "Error", () -> xml.text("Code", code).text("Message", message)))
                        .text("RequestID", UUID.randomUUID()));
    }

    private static XmlDocument answer(String name, long bytes, Consumer<XmlWriter> content) {
        XmlWriter.Root root = new XmlWriter.Root(name, NAMESPACE, Math.toIntExact(FRAME_BYTES + bytes));
        return XmlWriter.document(root, xml -> {
            xml.text("requestId", UUID.randomUUID());
            content.accept(xml);
        });
    }

    private static void reservation(XmlWriter xml, List<Instance> instances, boolean fresh) {
        xml.text("reservationId", instances.getFirst().launch().reservation())
                .text("ownerId", OWNER)
                .element("groupSet", () -> {})
                .element(
                        "instancesSet",
                        () -> instances.forEach(i -> xml.element("item", () -> instance(xml, i, fresh))));
    }

    private static void instance(XmlWriter xml, Instance i, boolean fresh) {
        xml.text("instanceId", i.id()).text("imageId", i.kind().imageId());
        if (fresh) {
            xml.element("instanceState", () -> xml.text("code", 0).text("name", "pending"));
        } else {
            state(xml, "instanceState", i.state());
        }
        xml.text("privateDnsName", "")
                .text("dnsName", "")
                .text("amiLaunchIndex", i.launch().index())
                .element("productCodes", () -> {})
                .text("instanceType", i.kind().instanceType())
                .text("launchTime", i.launch().at())
                .element(
                        "placement",
                        () -> xml.text("availabilityZone", i.zone())
                                .text("groupName", "")
                                .text("tenancy", "default"))
                .element("monitoring", () -> xml.text("state", "disabled"))
                .text("architecture", "x86_64")
                .text("virtualizationType", "hvm")
                .text("clientToken", i.clientToken());
        if (!i.tags().isEmpty()) {
            xml.element(
                    "tagSet",
                    () -> i.tags().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .forEach(t -> xml.element(
                                    "item", () -> xml.text("key", t.getKey()).text("value", t.getValue()))));
        }
    }

    private static void status(XmlWriter xml, Instance i) {
        xml.text("instanceId", i.id()).text("availabilityZone", i.zone());
        state(xml, "instanceState", i.state());
        String verdict = i.state() == Instance.State.RUNNING ? "ok" : "not-applicable";
        for (String kind : List.of("systemStatus", "instanceStatus")) {
            xml.element(kind, () -> xml.text("status", verdict).element("details", () -> {}));
        }
    }

    private static void state(XmlWriter xml, String element, Instance.State state) {
        xml.element(element, () -> xml.text("code", state.code()).text("name", state.word()));
    }
}
