package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceOptions;
import emptyrecord.dwfm.instances.InstanceStore.Changed;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.MetadataOptions;
import emptyrecord.dwfm.instances.Order;
import emptyrecord.kit.limits.AnswerRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The upper bounds of answers hold, and a page of long answers is short. */
class InstanceXmlTest {

    private static final int FRAME = 512;
    private static final DefaultVpc VPC = DefaultVpc.of(List.of("us-east-1a"));

    private static final InstanceOptions OPTIONS = new InstanceOptions(
            true,
            true,
            true,
            true,
            "unlimited",
            "&".repeat(255),
            new MetadataOptions("disabled", "required", 64, "disabled", "disabled"));

    private static Instance instance(int number, Map<String, String> tags) {
        Instance.Launch launch = new Instance.Launch(
                "r-0123456789abcde%02x".formatted(number % 256),
                new LaunchSpec.ClientToken("&".repeat(64), "f"),
                1,
                number % 10,
                Instant.parse("2025-10-20T06:48:00.123456789Z"));
        return new Instance(
                number,
                "i-0123456789abcde%02x".formatted(number % 256),
                new DropletId(1, 2),
                "us-east-1a",
                Instance.State.SHUTTING_DOWN,
                new LaunchSpec.Kind("&".repeat(256), "m7i.large", tags, false, OPTIONS),
                launch,
                new Instance.Life(3, launch.at(), 5, Order.TERMINATE, Instance.Cause.GUEST, null));
    }

    private static Map<String, String> longTags() {
        return IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> i + "k&".repeat(60), i -> "&".repeat(256)));
    }

    private static List<Instance> instances(int count, Map<String, String> tags) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> instance(i, tags)).toList();
    }

    @Test
    void noAnswerIsLongerThanItsBound() {
        for (Map<String, String> tags : List.of(
                Map.<String, String>of(),
                Map.of("lab:class", "customer"),
                Map.of("ü", "\uD83D\uDE00\u0001"),
                longTags())) {
            List<Instance> ten = instances(10, tags);
            int bound = Math.toIntExact(FRAME + InstanceXml.bytesMax(ten));
            Page<Instance> page = new Page<>(ten, Optional.of("x".repeat(60)));
            assertThat(InstanceXml.described(VPC, page).size()).isLessThan(bound);
            assertThat(InstanceXml.launched(VPC, ten).size()).isLessThan(bound);
            assertThat(InstanceXml.statuses(page).size()).isLessThan(bound);
        }
        List<Changed> ended =
                instances(10, Map.of()).stream().map(i -> new Changed(i, i)).toList();
        assertThat((long) StateChange.answer("TerminateInstances", ended).size())
                .isLessThan(FRAME + StateChange.bytesMax(10));
    }

    @Test
    void noDescriptionOfATypeOrAnImageIsLongerThanItsBound() {
        Ec2Form all = new Ec2Form(Map.of());
        LongAnswer room = new LongAnswer(new AnswerRoom(1 << 20, Duration.ofSeconds(1)).share());
        assertThat(new DescribeInstanceTypes().answer(all, room).size())
                .isLessThan(
                        FRAME + DescribeInstanceTypes.BYTES * InstanceType.all().size());
        assertThat(new DescribeImages().answer(all, room).size())
                .isLessThan(FRAME + DescribeImages.BYTES * Image.ALL.size());
    }

    @Test
    void aPageOfManyTagsIsShortAndAThousandPlainInstancesAreOne() {
        List<Instance> many = instances(100, longTags());
        Page<Instance> page = page(many);
        assertThat(InstanceXml.bytesMax(page.items())).isLessThanOrEqualTo(Page.BYTES_MAX);
        assertThat(page.items()).hasSizeBetween(2, 50);
        Ec2Form next = new Ec2Form(Map.of("NextToken", page.nextToken().orElseThrow()));
        assertThat(page(next, many).items().getFirst().seq())
                .isEqualTo(page.items().size() + 1L);
        assertThat(Ec2Controller.ANSWERS_BYTES_MAX).isGreaterThanOrEqualTo(2 * Page.BYTES_MAX);

        List<Instance> plain = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> new Instance(
                        i,
                        "i-0123456789abcdef0",
                        new DropletId(1, 2),
                        "us-east-1a",
                        Instance.State.RUNNING,
                        new LaunchSpec.Kind(
                                "ami-0000000000000lab",
                                "m7i.large",
                                Map.of("lab:class", "customer", "lab:stock", "true")),
                        new Instance.Launch("r-0", LaunchSpec.ClientToken.NONE, 1, 0, Instant.EPOCH),
                        new Instance.Life(1, Instant.EPOCH, 1, Order.NONE, Instance.Cause.NONE, null)))
                .toList();
        assertThat(page(plain).items()).hasSize(1000);
    }

    private static Page<Instance> page(List<Instance> all) {
        return page(new Ec2Form(Map.of()), all);
    }

    private static Page<Instance> page(Ec2Form form, List<Instance> all) {
        return Page.Request.of(form, 5, 1000).of(all, Instance::seq, InstanceXml::bytesMax);
    }
}
