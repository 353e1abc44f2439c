package emptyrecord.dwfm;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Escaped;
import emptyrecord.kit.testkit.fuzz.Mutation;
import emptyrecord.kit.testkit.fuzz.Odd;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Forms of EC2's query protocol by chance: every action, with odd, doubled, missing, renumbered and badly escaped values. */
final class Ec2Forms {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Chance chance;
    private final List<String> ids;

    /** Once in so many parameters one is odd. */
    private final int oddness;

    private final List<String> pairs = new ArrayList<>();

    private Ec2Forms(Chance chance, List<String> ids) {
        this.chance = chance;
        this.ids = ids;
        this.oddness = chance.of(List.of(6, 20, 200));
    }

    /** @param type of the content */
    @SuppressWarnings("ArrayRecordComponent")
    record Form(String type, byte[] body) {

        boolean launches() {
            return new String(body, StandardCharsets.ISO_8859_1).contains("RunInstances");
        }

        @Override
        public String toString() {
            return type + " " + Escaped.of(body);
        }
    }

    /** @param ids of instances that are there */
    static Form form(Chance chance, List<String> ids) {
        return new Ec2Forms(chance, ids).form();
    }

    private Form form() {
        String action = chance.of(
                "RunInstances",
                "RunInstances",
                "RunInstances",
                "StartInstances",
                "StopInstances",
                "RebootInstances",
                "TerminateInstances",
                "DescribeInstances",
                "DescribeInstances",
                "DescribeInstanceStatus",
                "DescribeInstanceTypes",
                "DescribeImages",
                "DescribeAvailabilityZones",
                "Nonsense");
        add("Action", action);
        add("Version", chance.of("2016-11-15", "2006-01-01"));
        parameters(action);
        authentication();
        if (chance.oneIn(30)) {
            add(Odd.text(chance), Odd.any(chance));
        }
        byte[] body = String.join(chance.oneIn(60) ? ";" : "&", pairs).getBytes(StandardCharsets.UTF_8);
        String type = chance.oneIn(40)
                ? chance.of(
                        FORM + ";charset=UTF-16",
                        FORM + ";charset=x",
                        FORM + ";charset=ISO-8859-1",
                        "text/plain",
                        "application/json",
                        "multipart/form-data; boundary=x",
                        "x")
                : FORM;
        return new Form(type, chance.oneIn(5) ? Mutation.of(body, chance) : body);
    }

    private void parameters(String action) {
        switch (action) {
            case "RunInstances" -> run();
            case "DescribeInstances", "DescribeInstanceStatus" -> {
                list("InstanceId", 3, this::id);
                filters(
                        "instance-id",
                        "instance-state-name",
                        "client-token",
                        "tag:k",
                        "tag-key",
                        "launch-time",
                        "none");
                page();
            }
            case "DescribeInstanceTypes" -> {
                list("InstanceType", 3, () -> chance.of("m1.small", "t3.micro", "x9.none"));
                filters("instance-type", "bare-metal", "vcpu-info.default-vcpus");
                page();
            }
            case "DescribeImages" -> {
                list("ImageId", 2, () -> chance.of("ami-0e2000000000000a2", "ami-00000000", "ami-x"));
                list("Owner", 2, () -> chance.of("amazon", "self", "123456789012"));
                filters("name", "architecture", "creation-date");
                page();
            }
            case "DescribeAvailabilityZones" -> {
                list("ZoneName", 2, () -> chance.of("us-east-1a", "eu-west-1a"));
                filters("zone-name", "state");
            }
            default -> {
                list("InstanceId", 3, this::id);
                maybe(4, "Force", "true");
                maybe(4, "Hibernate", chance.of("true", "false"));
            }
        }
        maybe(6, "DryRun", chance.of("true", "false"));
    }

    private void run() {
        add("ImageId", chance.of("ami-0e2000000000000a2", "ami-1"));
        add("MinCount", "1");
        add("MaxCount", chance.of("1", "2", "10"));
        maybe(3, "InstanceType", chance.of("m1.small", "t3.micro", "none"));
        maybe(3, "ClientToken", chance.word());
        maybe(3, "Placement.AvailabilityZone", chance.of("us-east-1a", "us-east-1b", "us-east-9z"));
        maybe(5, "UserData", chance.oneIn(3) ? "A".repeat(22_000) : "QUJD");
        maybe(5, "InstanceInitiatedShutdownBehavior", chance.of("stop", "terminate", "x"));
        maybe(5, "BlockDeviceMapping.1.DeviceName", "/dev/xvda");
        for (int tag = chance.oneIn(20) ? 60 : chance.below(3); tag > 0; tag--) {
            add("TagSpecification.1.ResourceType", chance.of("instance", "instance", "volume"));
            add("TagSpecification.1.Tag." + tag + ".Key", chance.word());
            add("TagSpecification.1.Tag." + tag + ".Value", chance.word());
        }
    }

    private String id() {
        return ids.isEmpty() || chance.oneIn(2)
                ? chance.of("i-00000000", "i-00000000000000000", "i-x")
                : chance.of(ids);
    }

    private interface Value {
        String get();
    }

    private void list(String name, int most, Value value) {
        for (int i = chance.oneIn(60) ? 1_050 : chance.below(most + 1); i > 0; i--) {
            add(name + "." + i, value.get());
        }
    }

    private void filters(String... names) {
        for (int i = chance.oneIn(60) ? 60 : chance.below(3); i > 0; i--) {
            add("Filter." + i + ".Name", chance.of(names));
            for (int v = chance.oneIn(60) ? 210 : chance.between(1, 2); v > 0; v--) {
                add("Filter." + i + ".Value." + v, chance.of("*", "?", "\\*", "running", "*a*b*c*", chance.word()));
            }
        }
    }

    private void page() {
        maybe(4, "MaxResults", chance.of("5", "1000", "1"));
        maybe(6, "NextToken", chance.of("AAAA", "!", "YSAx", chance.word()));
    }

    private void authentication() {
        maybe(4, "Timestamp", chance.of("2025-10-20T07:00:00Z", "2025-13-45T99:99:99Z", "yesterday", "-1"));
        maybe(6, "Expires", chance.of("2025-10-20T07:00:00Z", "9999999999999"));
        maybe(6, "SignatureVersion", chance.of("2", "4", "x"));
        maybe(8, "X-Amz-Date", "20251020T070000Z");
    }

    private void maybe(int times, String name, String value) {
        if (chance.oneIn(times)) {
            add(name, value);
        }
    }

    private void add(String name, String value) {
        if (chance.oneIn(4 * oddness)) {
            return;
        }
        String key = chance.oneIn(4 * oddness) ? renamed(name) : name;
        String content = chance.oneIn(oddness) ? Odd.any(chance) : value;
        String pair = encoded(key) + "=" + encoded(content);
        pairs.add(chance.oneIn(10 * oddness) ? encoded(key) : pair);
        if (chance.oneIn(6 * oddness)) {
            pairs.add(encoded(key) + "=" + encoded(Odd.any(chance)));
        }
    }

    private String renamed(String name) {
        return chance.oneIn(2)
                ? name.replaceFirst("[0-9]+|$", "." + Odd.number(chance))
                : chance.of(name + ".1", name + ".", "." + name, name.toLowerCase(java.util.Locale.ROOT), name + ".N");
    }

    private String encoded(String text) {
        return chance.oneIn(5 * oddness)
                ? chance.of("%", "%zz", "%c0%af", "%00", "%u0041", "\u00e9", text)
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
