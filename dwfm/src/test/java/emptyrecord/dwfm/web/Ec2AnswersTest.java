package emptyrecord.dwfm.web;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Terminator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The upper bounds of answers hold, and a page of long answers is short. */
class Ec2AnswersTest {

    private static final int FRAME = 512;

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
                new LaunchSpec.Kind("&".repeat(256), "m7i.large", tags),
                launch,
                null,
                false,
                false);
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
            int bound = Math.toIntExact(FRAME + Ec2Answers.bytesMax(ten));
            assertThat(Ec2Answers.described(ten, Optional.of("1234567890")).size())
                    .isLessThan(bound);
            assertThat(Ec2Answers.launched(ten).size()).isLessThan(bound);
            assertThat(Ec2Answers.statuses(ten, Optional.of("1234567890")).size())
                    .isLessThan(bound);
        }
        List<Terminator.Accepted> ended = instances(10, Map.of()).stream()
                .map(i -> new Terminator.Accepted(i, Instance.State.RUNNING))
                .toList();
        assertThat((long) Ec2Answers.terminated(ended).size()).isLessThan(FRAME + Ec2Answers.terminatedBytesMax(10));
    }

    @Test
    void aPageOfManyTagsIsShortAndAThousandPlainInstancesAreOne() {
        List<Instance> many = instances(100, longTags());
        Selection.Page page = Selection.of(new Ec2Form(Map.of())).page(many);
        assertThat(Ec2Answers.bytesMax(page.instances())).isLessThanOrEqualTo(Selection.PAGE_BYTES_MAX);
        assertThat(page.instances()).hasSizeBetween(2, 50);
        assertThat(page.nextToken()).contains(Integer.toString(page.instances().size()));
        assertThat(Ec2Controller.ANSWERS_BYTES_MAX).isGreaterThanOrEqualTo(2 * Selection.PAGE_BYTES_MAX);

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
                        null,
                        true,
                        false))
                .toList();
        assertThat(Selection.of(new Ec2Form(Map.of())).page(plain).instances()).hasSize(1000);
    }
}
