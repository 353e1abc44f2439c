package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.instances.Ec2Error;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tools ask about the account and its network before a launch and after it. */
class DescribeRegionTest {

    private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b", "us-east-1c");

    private final Map<String, Ec2Action> actions = Stream.of(
                    new DescribeAccountAttributes(),
                    new DescribeAddresses(),
                    new DescribeIamInstanceProfileAssociations(),
                    new DescribeInstanceTypeOfferings(ZONES),
                    new DescribeKeyPairs(),
                    new DescribeLaunchTemplates(),
                    new DescribeNetworkInterfaces(),
                    new DescribeRegions(),
                    new DescribeSecurityGroups(),
                    new DescribeSubnets(DefaultVpc.of(ZONES)),
                    new DescribeVolumes(),
                    new DescribeVpcAttribute(),
                    new DescribeVpcs())
            .collect(Collectors.toMap(a -> a.name().replace("Describe", ""), Function.identity()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AccountAttributes | AttributeName.1=default-vpc                         | attributeValue | vpc-0e200000000000001",
                "AccountAttributes | AttributeName.3=supported-platforms                 | attributeValue | VPC",
                "Vpcs    | Filter.1.Name=isDefault Filter.1.Value.1=true                 | vpcId | vpc-0e200000000000001",
                "Vpcs    | Filter.1.Name=is-default Filter.1.Value.1=false               | vpcId | ''",
                "Vpcs    | VpcId.1=vpc-0e200000000000001 Filter.1.Name=tag:Name Filter.1.Value.1=* | vpcId | ''",
                "Subnets | Filter.1.Name=vpc-id Filter.1.Value.1=vpc-0e200000000000001   | cidrBlock | 172.31.0.0/20 172.31.16.0/20 172.31.32.0/20",
                "Subnets | Filter.1.Name=availability-zone Filter.1.Value.1=*b           | subnetId | subnet-0e200000000000002",
                "Subnets | SubnetId.1=subnet-0e200000000000003                           | availabilityZoneId | use1-az3",
                "SecurityGroups | GroupName.1=default                                    | groupName | default",
                "SecurityGroups | Filter.1.Name=group-name Filter.1.Value.1=web          | groupName | ''",
                "VpcAttribute | VpcId=vpc-0e200000000000001 Attribute=enableDnsSupport   | value | true",
                "Regions | RegionName.1=us-east-1                                        | regionName | us-east-1",
                "InstanceTypeOfferings | Filter.1.Name=instance-type Filter.1.Value.1=t3.micro | location | us-east-1",
                "InstanceTypeOfferings | LocationType=availability-zone Filter.1.Name=instance-type Filter.1.Value.1=t3.micro | location | us-east-1a us-east-1b us-east-1c",
                "Volumes | Filter.1.Name=attachment.instance-id Filter.1.Value.1=i-00000001 MaxResults=5 | volumeId | ''",
                "NetworkInterfaces | Filter.1.Name=attachment.instance-id Filter.1.Value.1=i-00000001 | networkInterfaceId | ''",
                "IamInstanceProfileAssociations | Filter.1.Name=instance-id Filter.1.Value.1=i-00000001 | associationId | ''",
                "KeyPairs | Filter.1.Name=tag:Name Filter.1.Value.1=x                    | keyName | ''",
                "Addresses | Filter.1.Name=instance-id Filter.1.Value.1=i-00000001       | publicIp | ''",
                "LaunchTemplates | MaxResults=1                                          | launchTemplateId | ''"
            })
    void chosen(String action, String form, String element, String expected) {
        assertThat(Asked.texts(answer(action, form), element))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AccountAttributes | AttributeName.1=nonsense                            | INVALID_PARAMETER_VALUE",
                "Vpcs    | VpcId.1=vpc-0123456789abcdef0                                 | INVALID_VPC_NOT_FOUND",
                "Vpcs    | VpcId.1=x                                                     | INVALID_VPC_NOT_FOUND",
                "Vpcs    | MaxResults=4                                                  | INVALID_PARAMETER_VALUE",
                "Vpcs    | NextToken=x                                                   | INVALID_NEXT_TOKEN",
                "Subnets | SubnetId.1=subnet-0123456789abcdef0                           | INVALID_SUBNET_NOT_FOUND",
                "Subnets | DryRun=true                                                   | DRY_RUN",
                "SecurityGroups | GroupId.1=sg-0123456789abcdef0                         | INVALID_GROUP_NOT_FOUND",
                "SecurityGroups | GroupId.1=web                                          | INVALID_GROUP_ID_MALFORMED",
                "SecurityGroups | GroupName.1=web                                        | INVALID_GROUP_NOT_FOUND",
                "VpcAttribute | VpcId=vpc-0e200000000000001                              | MISSING_PARAMETER",
                "VpcAttribute | VpcId=vpc-0e200000000000001 Attribute=x                  | INVALID_PARAMETER_VALUE",
                "Regions | RegionName.1=eu-west-1                                        | INVALID_PARAMETER_VALUE",
                "InstanceTypeOfferings | LocationType=outpost                            | INVALID_PARAMETER_VALUE",
                "Volumes | VolumeId.1=vol-0123456789abcdef0                              | INVALID_VOLUME_NOT_FOUND",
                "Volumes | VolumeId.1=x                                                  | INVALID_PARAMETER_VALUE",
                "Volumes | Filter.1.Name=no-such-filter Filter.1.Value.1=x               | INVALID_PARAMETER_VALUE",
                "Volumes | MaxResults=1001                                               | INVALID_PARAMETER_VALUE",
                "NetworkInterfaces | NetworkInterfaceId.1=eni-0123456789abcdef0          | INVALID_NETWORK_INTERFACE_NOT_FOUND",
                "KeyPairs | KeyName.1=mine                                               | INVALID_KEY_PAIR_NOT_FOUND",
                "Addresses | PublicIp.1=192.0.2.1                                        | INVALID_ADDRESS_NOT_FOUND",
                "Addresses | AllocationId.1=eipalloc-0123456789abcdef0                   | INVALID_ALLOCATION_NOT_FOUND",
                "LaunchTemplates | LaunchTemplateId.1=lt-0123456789abcdef0               | INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND",
                "LaunchTemplates | LaunchTemplateId.1=x                                  | INVALID_LAUNCH_TEMPLATE_ID_MALFORMED",
                "LaunchTemplates | LaunchTemplateName.1=web                              | INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND",
                "Addresses | MaxResults=5                                                | UNKNOWN_PARAMETER"
            })
    void refused(String action, String form, Ec2Error error) {
        Asked.refused(asked(action), form, error);
    }

    @Test
    void offeringsComeInPages() {
        String first = answer("InstanceTypeOfferings", "MaxResults=7");
        assertThat(Asked.texts(first, "instanceType")).hasSize(7);
        String token = Asked.texts(first, "nextToken").getFirst();
        String second = answer("InstanceTypeOfferings", "NextToken=" + token);
        assertThat(Stream.of(first, second).flatMap(page -> Asked.texts(page, "instanceType").stream()))
                .containsExactlyElementsOf(Arrays.stream(InstanceType.values())
                        .map(InstanceType::word)
                        .toList());
        assertThat(Asked.texts(second, "nextToken")).isEmpty();
    }

    private String answer(String action, String form) {
        return Asked.answer(asked(action), form);
    }

    private Ec2Action asked(String action) {
        return actions.getOrDefault(action, new DescribeImages());
    }
}
