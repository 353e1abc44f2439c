package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.LaunchSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Describe actions choose, page by page, and what they refuse. */
class DescribeTest {

    private static final Instant NOW = Instant.parse("2025-10-20T06:48:00.123456789Z");
    private static final List<Instance> ALL = List.of(
            instance(1, Instance.State.RUNNING),
            instance(2, Instance.State.STOPPED),
            instance(3, Instance.State.RUNNING),
            instance(4, Instance.State.TERMINATED),
            instance(5, Instance.State.RUNNING),
            instance(6, Instance.State.RUNNING),
            instance(7, Instance.State.RUNNING),
            instance(8, Instance.State.RUNNING));

    private static final DefaultVpc VPC = DefaultVpc.of(List.of("us-east-1a", "us-east-1b"));

    private final Map<String, Ec2Action> actions = Map.of(
            "instances", new DescribeInstances(() -> ALL, VPC),
            "status", new DescribeInstanceStatus(() -> ALL),
            "types", new DescribeInstanceTypes(),
            "images", new DescribeImages(),
            "zones", new DescribeAvailabilityZones(List.of("us-east-1a", "us-east-1b")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instances | Filter.1.Name=instance-state-code Filter.1.Value.1=80                  | instanceId | 2",
                "instances | Filter.1.Name=tag:n Filter.1.Value.3=[1-3] Filter.1.Value.7=3          | instanceId | 3",
                "instances | Filter.2.Name=tag-key Filter.2.Value.1=n* Filter.9.Name=instance-id Filter.9.Value.1=*4 | instanceId | 4",
                "instances | Filter.1.Name=launch-time Filter.1.Value.1=2025-10-20T06:48:00.000Z   | instanceId | 1 2 3 4 5 6 7 8",
                "instances | InstanceId.2=i-00000002 InstanceId.10=i-00000004 InstanceId.11=i-00000002 | instanceId | 2 4",
                "instances | Filter.1.Name=vpc-id Filter.1.Value.1=* Filter.2.Name=subnet-id Filter.2.Value.1=subnet-0e200000000000001 | instanceId | 1 2 3 5 6 7 8",
                "instances | InstanceId.1=i-00000004                                                | vpcId | ''",
                "instances | InstanceId.1=i-00000001                                                | groupId | sg-0e200000000000001",
                "status    | InstanceId.1=i-00000001 InstanceId.2=i-00000002                        | instanceId | 1",
                "status    | IncludeAllInstances=true Filter.1.Name=instance-status.status Filter.1.Value.1=not-* | instanceId | 2 4",
                "types     | Filter.1.Name=instance-type Filter.1.Value.1=m7?.large                 | instanceType | m7g.large m7i.large",
                "types     | Filter.1.Name=memory-info.size-in-mib Filter.1.Value.1=1024            | instanceType | t3.micro t4g.micro",
                "types     | InstanceType.1=t3.micro InstanceType.2=m1.small                        | instanceType | m1.small t3.micro",
                "images    | Owner.1=self                                                           | name | empty-record-lab",
                "images    | Owner.1=amazon Filter.1.Name=architecture Filter.1.Value.1=arm64 Filter.2.Name=name Filter.2.Value.1=*20251014* | imageId | ami-0e2000000000000b2",
                "images    | ImageId.1=ami-0000000000000lab                                         | architecture | x86_64",
                "images    | ExecutableBy.1=self                                                    | imageId | ''",
                "zones     | ZoneName.1=us-east-1b Filter.1.Name=zone-type Filter.1.Value.1=*       | zoneId | use1-az2"
            })
    void chosen(String action, String form, String element, String expected) {
        String answer = answer(action, form);
        assertThat(Asked.texts(answer, element).stream().map(t -> t.replace("i-0000000", "")))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instances | InstanceId.1=i-00000001 MaxResults=5                        | INVALID_PARAMETER_COMBINATION",
                "status    | InstanceId.1=i-00000001 MaxResults=5                        | INVALID_PARAMETER_COMBINATION",
                "instances | InstanceId.2=                                               | INVALID_INSTANCE_ID_MALFORMED",
                "instances | InstanceId.1=i-0000000A                                     | INVALID_INSTANCE_ID_MALFORMED",
                "status    | InstanceId.1=i-00000009                                     | INVALID_INSTANCE_ID_NOT_FOUND",
                "instances | MaxResults=4                                                | INVALID_PARAMETER_VALUE",
                "types     | MaxResults=101                                              | INVALID_PARAMETER_VALUE",
                "images    | MaxResults=-1                                               | INVALID_PARAMETER_VALUE",
                "images    | MaxResults=99999999999                                      | INVALID_PARAMETER_VALUE",
                "instances | Filter.1.Name=no-such-filter Filter.1.Value.1=x             | INVALID_PARAMETER_VALUE",
                "status    | Filter.1.Name=tag:n Filter.1.Value.1=x                      | INVALID_PARAMETER_VALUE",
                "instances | Filter.1.Name=instance-id                                   | MISSING_PARAMETER",
                "instances | Filter.1.Value.1=x                                          | MISSING_PARAMETER",
                "instances | NextToken=7                                                 | INVALID_NEXT_TOKEN",
                "instances | NextToken=not/a*token                                       | INVALID_NEXT_TOKEN",
                "types     | InstanceType.1=t3.micro InstanceType.2=z9.huge              | INVALID_INSTANCE_TYPE",
                "images    | ImageId.1=ami-0123456789abcdef0                             | INVALID_AMI_ID_NOT_FOUND",
                "images    | ImageId.1=ami-1                                             | INVALID_AMI_ID_MALFORMED",
                "zones     | ZoneId.1=use1-az9                                           | INVALID_PARAMETER_VALUE",
                "status    | IncludeAllInstances=yes                                     | INVALID_PARAMETER_VALUE",
                "types     | DryRun=true                                                 | DRY_RUN",
                "instances | InstanceId=i-00000001                                       | UNKNOWN_PARAMETER",
                "instances | InstanceId.0=i-00000001                                     | UNKNOWN_PARAMETER",
                "instances | instanceId.1=i-00000001                                     | UNKNOWN_PARAMETER",
                "zones     | MaxResults=5                                                | UNKNOWN_PARAMETER"
            })
    void refused(String action, String form, Ec2Error error) {
        assertThatThrownBy(() -> answer(action, form))
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @Test
    void pagesFollowEachOtherAndTheirTokensAreGoodForThisRequestOnly() {
        String filter = " Filter.1.Name=tag-key Filter.1.Value.1=n";
        String first = answer("instances", "MaxResults=5" + filter);
        assertThat(Asked.texts(first, "instanceId")).hasSize(5);
        String token = " NextToken=" + Asked.texts(first, "nextToken").getFirst();
        String second = answer("instances", "MaxResults=1000" + filter + token);
        assertThat(Asked.texts(second, "instanceId")).containsExactly("i-00000006", "i-00000007", "i-00000008");
        assertThat(Asked.texts(second, "nextToken")).isEmpty();

        refused("instances", token.strip(), Ec2Error.INVALID_NEXT_TOKEN);
        refused("instances", filter.replace("=n", "=m").strip() + token, Ec2Error.INVALID_NEXT_TOKEN);
        refused("status", token.strip(), Ec2Error.INVALID_NEXT_TOKEN);
    }

    @Test
    void everyTypeIsOnOnePageOfThree() {
        List<String> found = new ArrayList<>();
        String token = "";
        int pages = 0;
        do {
            String page = answer("types", "MaxResults=5" + token);
            found.addAll(Asked.texts(page, "instanceType"));
            token = Asked.texts(page, "nextToken").stream()
                    .map(t -> " NextToken=" + t)
                    .findFirst()
                    .orElse("");
            pages++;
        } while (!token.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(found)
                .containsExactlyElementsOf(
                        InstanceType.all().stream().map(InstanceType::word).toList())
                .isSorted();
    }

    private String answer(String action, String form) {
        return Asked.answer(actions.getOrDefault(action, new DescribeImages()), action, form);
    }

    private static Instance instance(int number, Instance.State state) {
        LaunchSpec.Kind kind = new LaunchSpec.Kind("ami-1", "m7i.large", Map.of("n", Integer.toString(number)));
        Instance.Launch launch = new Instance.Launch("r-" + number, LaunchSpec.ClientToken.NONE, 1, 0, NOW);
        return new Instance(
                number,
                "i-0000000" + number,
                new DropletId(1, 2),
                "us-east-1a",
                state,
                kind,
                launch,
                new Instance.Life(1, NOW, 1, emptyrecord.dwfm.instances.Order.NONE, Instance.Cause.NONE, null));
    }
}
