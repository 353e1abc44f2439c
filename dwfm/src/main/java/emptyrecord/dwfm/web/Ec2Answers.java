package emptyrecord.dwfm.web;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Terminator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** EC2's answers in EC2's XML, version 2016-11-15. */
final class Ec2Answers {

    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";
    private static final String OWNER = "123456789012";

    /** Tags around an instance, its request's included, with all that has a fixed length; rounded up. */
    private static final int INSTANCE_BYTES = 1000;

    /** Tags around one tag, rounded up. */
    private static final int TAG_BYTES = 50;

    /** An instance in the answer to a termination, rounded up. */
    private static final int TERMINATED_BYTES = 240;

    /** Beginning and end of an answer, rounded up. */
    private static final int FRAME_BYTES = 512;

    private Ec2Answers() {}

    /** At most so many bytes does an answer with these instances take. */
    static long bytesMax(List<Instance> instances) {
        return instances.stream().mapToLong(Ec2Answers::bytesMax).sum();
    }

    /** At most so many bytes does an instance take in any answer but one to a termination. */
    static long bytesMax(Instance instance) {
        return bytesMax(instance.kind(), instance.clientToken());
    }

    /** The same before it is launched. */
    static long bytesMax(LaunchSpec.Kind kind, String token) {
        long tags = kind.tags().entrySet().stream()
                .mapToLong(t -> TAG_BYTES + Xml.bytesMax(t.getKey()) + Xml.bytesMax(t.getValue()))
                .sum();
        return INSTANCE_BYTES
                + Xml.bytesMax(kind.imageId())
                + Xml.bytesMax(kind.instanceType())
                + Xml.bytesMax(token)
                + tags;
    }

    static long terminatedBytesMax(int instances) {
        return (long) TERMINATED_BYTES * instances;
    }

    private static Xml sized(long bytes) {
        return new Xml(Math.toIntExact(FRAME_BYTES + bytes));
    }

    static Xml launched(List<Instance> instances) {
        Xml xml = sized(bytesMax(instances));
        return answer(xml, "RunInstancesResponse", () -> reservation(xml, instances, true));
    }

    static Xml terminated(List<Terminator.Accepted> accepted) {
        Xml xml = sized(terminatedBytesMax(accepted.size()));
        return answer(
                xml,
                "TerminateInstancesResponse",
                () -> xml.nest(
                        "instancesSet",
                        () -> accepted.forEach(a -> xml.nest("item", () -> {
                            xml.text("instanceId", a.instance().id());
                            state(xml, "currentState", a.instance().state());
                            state(xml, "previousState", a.before());
                        }))));
    }

    /** One reservation per request that launched, as far as its instances are next to each other on the page. */
    static Xml described(List<Instance> instances, Optional<String> nextToken) {
        Xml xml = sized(bytesMax(instances));
        return answer(xml, "DescribeInstancesResponse", () -> {
            xml.nest(
                    "reservationSet",
                    () -> byReservation(instances).forEach(r -> xml.nest("item", () -> reservation(xml, r, false))));
            nextToken.ifPresent(token -> xml.text("nextToken", token));
        });
    }

    private static Collection<List<Instance>> byReservation(List<Instance> instances) {
        return instances.stream()
                .collect(Collectors.groupingBy(i -> i.launch().reservation(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    static Xml statuses(List<Instance> instances, Optional<String> nextToken) {
        Xml xml = sized(bytesMax(instances));
        return answer(xml, "DescribeInstanceStatusResponse", () -> {
            xml.nest("instanceStatusSet", () -> instances.forEach(i -> xml.nest("item", () -> status(xml, i))));
            nextToken.ifPresent(token -> xml.text("nextToken", token));
        });
    }

    static Xml zones(List<String> zones) {
        Xml xml = new Xml();
        return answer(
                xml,
                "DescribeAvailabilityZonesResponse",
                () -> xml.nest(
                        "availabilityZoneInfo",
                        () -> zones.forEach(zone -> xml.nest(
                                "item",
                                () -> xml.text("zoneName", zone)
                                        .text("zoneState", "available")
                                        .text("regionName", "us-east-1")
                                        .text("zoneId", "use1-az" + (1 + zones.indexOf(zone)))
                                        .nest("messageSet", () -> {})))));
    }

    static Xml error(String code, String message) {
        Xml xml = new Xml();
        return xml.nest(
                "Response",
                () -> xml.nest(
                                "Errors",
                                () -> xml.nest(
                                        "Error", () -> xml.text("Code", code).text("Message", message)))
                        .text("RequestID", UUID.randomUUID()));
    }

    private static Xml answer(Xml xml, String name, Runnable content) {
        return xml.nest(name, NAMESPACE, () -> {
            xml.text("requestId", UUID.randomUUID());
            content.run();
        });
    }

    private static void reservation(Xml xml, List<Instance> instances, boolean fresh) {
        xml.text("reservationId", instances.getFirst().launch().reservation())
                .text("ownerId", OWNER)
                .nest("groupSet", () -> {})
                .nest("instancesSet", () -> instances.forEach(i -> xml.nest("item", () -> instance(xml, i, fresh))));
    }

    private static void instance(Xml xml, Instance i, boolean fresh) {
        xml.text("instanceId", i.id()).text("imageId", i.kind().imageId());
        if (fresh) {
            xml.nest("instanceState", () -> xml.text("code", 0).text("name", "pending"));
        } else {
            state(xml, "instanceState", i.state());
        }
        xml.text("privateDnsName", "")
                .text("dnsName", "")
                .text("amiLaunchIndex", i.launch().index())
                .nest("productCodes", () -> {})
                .text("instanceType", i.kind().instanceType())
                .text("launchTime", i.launch().at())
                .nest(
                        "placement",
                        () -> xml.text("availabilityZone", i.zone())
                                .text("groupName", "")
                                .text("tenancy", "default"))
                .nest("monitoring", () -> xml.text("state", "disabled"))
                .text("architecture", "x86_64")
                .text("virtualizationType", "hvm")
                .text("clientToken", i.clientToken());
        if (!i.tags().isEmpty()) {
            xml.nest(
                    "tagSet",
                    () -> i.tags().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .forEach(t -> xml.nest(
                                    "item", () -> xml.text("key", t.getKey()).text("value", t.getValue()))));
        }
    }

    private static void status(Xml xml, Instance i) {
        xml.text("instanceId", i.id()).text("availabilityZone", i.zone());
        state(xml, "instanceState", i.state());
        String verdict = i.state() == Instance.State.RUNNING ? "ok" : "not-applicable";
        for (String kind : List.of("systemStatus", "instanceStatus")) {
            xml.nest(kind, () -> xml.text("status", verdict).nest("details", () -> {}));
        }
    }

    private static void state(Xml xml, String element, Instance.State state) {
        xml.nest(element, () -> xml.text("code", state.code()).text("name", state.word()));
    }
}
