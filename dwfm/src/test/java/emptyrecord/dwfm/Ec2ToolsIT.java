package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People's own tools for EC2: {@code aws ec2 …} of Debian's package awscli, and the calls of Terraform's provider. */
class Ec2ToolsIT extends RunningDwfm {

    /** As people type it: what is asked before a launch, and a life. */
    @Test
    void awsCliFindsAnImageAndATypeAndLaunchesStopsStartsAndReboots() throws Exception {
        Program aws = Program.orSkip("/usr/bin/aws", "awscli");
        awaitLeases(18);
        String newest = cli(
                aws,
                "describe-images --owners amazon --filters Name=name,Values=al2023-ami-2023*x86_64"
                        + " --query sort_by(Images,&CreationDate)[-1].ImageId");
        assertThat(newest).isEqualTo("ami-0e2000000000000a2");
        assertThat(
                        cli(
                                aws,
                                "describe-instance-types --instance-types t3.micro --query InstanceTypes[0].VCpuInfo.DefaultVCpus"))
                .isEqualTo("2");
        String launch = "run-instances --instance-type t3.micro --query Instances[0].InstanceId --image-id " + newest;
        assertThat(cli(aws, launch + " --dry-run")).contains("(DryRunOperation)");
        String id = cli(aws, launch);
        assertThat(cli(aws, "stop-instances --query StoppingInstances[0].CurrentState.Name --instance-ids " + id))
                .isEqualTo("stopping");
        await().until(() -> post("Action=DescribeInstances&InstanceId.1=" + id).contains("<name>stopped</name>"));
        assertThat(cli(aws, "reboot-instances --instance-ids " + id)).contains("(IncorrectInstanceState)");
        assertThat(cli(aws, "start-instances --query StartingInstances[0].CurrentState.Name --instance-ids " + id))
                .isEqualTo("pending");
        assertThat(cli(aws, "reboot-instances --instance-ids " + id)).isEmpty();
    }

    private String cli(Program aws, String command) {
        List<String> all = new ArrayList<>(List.of("--endpoint-url", base(), "--output", "text", "ec2"));
        all.addAll(List.of(command.split(" ", -1)));
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID", "lab",
                "AWS_SECRET_ACCESS_KEY", "lab",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_CONFIG_FILE", data.resolve("config").toString(),
                "AWS_MAX_ATTEMPTS", "5",
                "AWS_PAGER", "");
        return aws.run(environment, all).output().strip();
    }

    @Test
    void awsCliTagsProtectsAndWaits() throws Exception {
        Program aws = Program.orSkip("/usr/bin/aws", "awscli");
        awaitLeases(18);
        String subnet = cli(
                aws, "describe-subnets --filters Name=availability-zone,Values=us-east-1b --query Subnets[0].SubnetId");
        String id = cli(
                aws,
                "run-instances --image-id ami-0e2000000000000a2 --key-name mine --subnet-id " + subnet
                        + " --query Instances[0].InstanceId");
        assertThat(cli(aws, "wait instance-running --instance-ids " + id)).isEmpty();
        assertThat(cli(aws, "wait instance-status-ok --instance-ids " + id)).isEmpty();
        assertThat(cli(aws, "create-tags --tags Key=Name,Value=web --resources " + id))
                .isEmpty();
        assertThat(cli(
                        aws,
                        "describe-tags --query Tags[0].[Key,Value,ResourceType] --filters Name=resource-id,Values="
                                + id))
                .isEqualTo("Name\tweb\tinstance");
        assertThat(cli(aws, "delete-tags --tags Key=Name --resources " + id)).isEmpty();
        assertThat(cli(
                        aws,
                        "describe-instances --instance-ids " + id
                                + " --query Reservations[0].Instances[0].[KeyName,SubnetId,VpcId,Tags]"))
                .isEqualTo("mine\t" + subnet + "\tvpc-0e200000000000001\tNone");
        String modify = "modify-instance-attribute --instance-id " + id;
        assertThat(cli(aws, modify + " --disable-api-termination")).isEmpty();
        assertThat(cli(aws, "terminate-instances --instance-ids " + id)).contains("(OperationNotPermitted)");
        assertThat(cli(
                        aws,
                        "describe-instance-attribute --attribute disableApiTermination"
                                + " --query DisableApiTermination.Value --instance-id " + id))
                .isEqualTo("True");
        assertThat(cli(aws, modify + " --attribute disableApiTermination --value false"))
                .isEmpty();
        assertThat(cli(aws, "terminate-instances --query length(TerminatingInstances) --instance-ids " + id))
                .isEqualTo("1");
        await().until(() -> post("Action=DescribeInstances&InstanceId.1=" + id).contains("<name>terminated</name>"));
        assertThat(cli(aws, "wait instance-terminated --instance-ids " + id)).isEmpty();
    }

    /** The lists that {@code aws} parses without a parameter are those of its own model of EC2. */
    @Test
    void awsCliReadsTheAccountAndItsNetwork() throws Exception {
        Program aws = Program.orSkip("/usr/bin/aws", "awscli");
        assertThat(cli(aws, "describe-vpcs --query Vpcs[].[VpcId,IsDefault,CidrBlockAssociationSet[0].CidrBlock]"))
                .isEqualTo("vpc-0e200000000000001\tTrue\t172.31.0.0/16");
        assertThat(cli(
                        aws,
                        "describe-security-groups --group-names default"
                                + " --query SecurityGroups[].[GroupId,IpPermissions[0].UserIdGroupPairs[0].GroupId,"
                                + "IpPermissionsEgress[0].IpRanges[0].CidrIp]"))
                .isEqualTo("sg-0e200000000000001\tsg-0e200000000000001\t0.0.0.0/0");
        assertThat(cli(
                        aws,
                        "describe-account-attributes --attribute-names default-vpc"
                                + " --query AccountAttributes[0].AttributeValues[0].AttributeValue"))
                .isEqualTo("vpc-0e200000000000001");
        assertThat(cli(aws, "describe-regions --query Regions[].RegionName")).isEqualTo("us-east-1");
        assertThat(cli(aws, "describe-volumes --query length(Volumes)")).isEqualTo("0");
        assertThat(cli(aws, "describe-volumes --volume-ids vol-0123456789abcdef0"))
                .contains("(InvalidVolume.NotFound)");
        assertThat(cli(
                        aws,
                        "describe-vpc-attribute --vpc-id vpc-0e200000000000001 --attribute enableDnsSupport"
                                + " --query EnableDnsSupport.Value"))
                .isEqualTo("True");
    }

    /**
     * What the resource {@code aws_instance} of Terraform's provider asks to create, read, change and delete an instance, with
     * the parameters of its SDK. Terraform itself is not run here.
     */
    @Test
    void terraformsCallsAreAnsweredConsistently() throws Exception {
        awaitLeases(18);
        assertThat(one("DescribeVpcs&Filter.1.Name=isDefault&Filter.1.Value.1=true", "vpcId"))
                .isEqualTo("vpc-0e200000000000001");
        String subnet = one("DescribeSubnets&Filter.1.Name=availabilityZone&Filter.1.Value.1=us-east-1c", "subnetId");
        String run = "RunInstances&ImageId=ami-0e2000000000000a2&InstanceType=t3.micro&MinCount=1&MaxCount=1"
                + "&ClientToken=terraform-2025&CreditSpecification.CpuCredits=unlimited&DisableApiTermination=false"
                + "&EbsOptimized=false&EnclaveOptions.Enabled=false&MetadataOptions.HttpEndpoint=enabled"
                + "&MetadataOptions.HttpTokens=required&Monitoring.Enabled=false&Placement.AvailabilityZone="
                + "&NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.SubnetId=" + subnet
                + "&NetworkInterface.1.SecurityGroupId.1=sg-0e200000000000001"
                + "&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=Name"
                + "&TagSpecification.1.Tag.1.Value=web";
        String id = one(run, "instanceId");
        read(id, subnet, "t3.micro");

        assertThat(one("CreateTags&ResourceId.1=" + id + "&Tag.1.Key=Owner&Tag.1.Value=me", "return"))
                .isEqualTo("true");
        assertThat(one("DeleteTags&ResourceId.1=" + id + "&Tag.1.Key=Name&Tag.1.Value=web", "return"))
                .isEqualTo("true");
        var stopping = one("StopInstances&InstanceId.1=" + id, "instanceId");
        assertThat(stopping).isEqualTo(id);
        await().until(() -> one("DescribeInstances&InstanceId.1=" + id, "name").equals("stopped"));
        String modify = "ModifyInstanceAttribute&InstanceId=" + id;
        assertThat(one(modify + "&InstanceType.Value=t3.large", "return")).isEqualTo("true");
        assertThat(one("StartInstances&InstanceId.1=" + id, "name")).isEqualTo("pending");
        assertThat(one("MonitorInstances&InstanceId.1=" + id, "state")).isEqualTo("pending");
        read(id, subnet, "t3.large");

        assertThat(one(modify + "&DisableApiTermination.Value=false", "return")).isEqualTo("true");
        assertThat(one("TerminateInstances&InstanceId.1=" + id, "instanceId")).isEqualTo(id);
        await().until(() -> one("DescribeInstances&InstanceId.1=" + id, "name").equals("terminated"));
    }

    /** An unknown action's error names the known ones. */
    @Test
    void theReadmeNamesEveryActionAndNoOther() throws Exception {
        String known = post("Action=Nonsense").replaceAll("(?s).*known are (.*?)</Message>.*", "$1");
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("| Action | Here |"), readme.indexOf("| From | Start |"));
        List<String> named = Pattern.compile("(?m)^\\| (`[^|]*)\\|")
                .matcher(table)
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").strip().split(", ", -1)))
                .toList();
        assertThat(named).containsExactlyInAnyOrder(known.split(", ", -1));
    }

    private void read(String id, String subnet, String type) throws Exception {
        String instance = post("Action=DescribeInstances&InstanceId.1=" + id);
        assertThat(instance)
                .contains("<name>running</name>", "<availabilityZone>us-east-1c</availabilityZone>")
                .contains("<subnetId>" + subnet + "</subnetId>", "<groupId>sg-0e200000000000001</groupId>")
                .contains("<httpTokens>required</httpTokens>", "<ebsOptimized>false</ebsOptimized>")
                .contains("<sourceDestCheck>true</sourceDestCheck>", "<instanceType>" + type + "</instanceType>");
        assertThat(one("DescribeInstanceTypes&InstanceType.1=" + type, "burstablePerformanceSupported"))
                .isEqualTo("true");
        assertThat(post("Action=DescribeTags&Filter.1.Name=resource-id&Filter.1.Value.1=" + id
                        + "&Filter.2.Name=key&Filter.2.Value.1=aws:ec2launchtemplate:id"))
                .contains("<tagSet></tagSet>");
        assertThat(one("DescribeVpcs&VpcId.1=vpc-0e200000000000001", "isDefault"))
                .isEqualTo("true");
        String attribute = "DescribeInstanceAttribute&InstanceId=" + id + "&Attribute=";
        assertThat(one(attribute + "instanceInitiatedShutdownBehavior", "value"))
                .isEqualTo("stop");
        assertThat(one(attribute + "disableApiStop", "value")).isEqualTo("false");
        assertThat(one(attribute + "disableApiTermination", "value")).isEqualTo("false");
        assertThat(post("Action=" + attribute + "userData")).contains("<userData></userData>");
        assertThat(one("DescribeInstanceCreditSpecifications&InstanceId.1=" + id, "cpuCredits"))
                .isEqualTo("unlimited");
        assertThat(post("Action=DescribeVolumes&Filter.1.Name=attachment.instance-id&Filter.1.Value.1=" + id))
                .contains("<volumeSet></volumeSet>");
    }

    /** The text of the first element of that name in the answer. */
    private String one(String action, String element) throws Exception {
        String answer = post("Version=2016-11-15&Action=" + action);
        assertThat(answer).as(action).contains("<" + element + ">");
        int start = answer.indexOf("<" + element + ">") + element.length() + 2;
        return answer.substring(start, answer.indexOf('<', start));
    }
}
