package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceOptions;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.LaunchSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Attributes, credits and monitoring are described as they were set, and are in the journal when they are answered. */
class InstanceAttributesTest extends StoredInstances {

    @ParameterizedTest
    @CsvSource({
        RUNNING + ", DisableApiTermination.Value=true, disableApiTermination, true",
        RUNNING + ", Attribute=disableApiStop Value=true, disableApiStop, true",
        STOPPED + ", DisableApiStop.Value=false, disableApiStop, false",
        RUNNING + ", InstanceInitiatedShutdownBehavior.Value=terminate, instanceInitiatedShutdownBehavior, terminate",
        STOPPED + ", InstanceType.Value=t3.micro, instanceType, t3.micro",
        RUNNING + ", SourceDestCheck.Value=true, sourceDestCheck, true",
        STOPPED + ", EbsOptimized.Value=true, ebsOptimized, true"
    })
    void attributesAreAsTheyWereSet(String id, String change, String attribute, String value) {
        modify("InstanceId=" + id + " " + change);
        assertThat(attribute(id, attribute)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        RUNNING + ", '', INVALID_PARAMETER_COMBINATION",
        RUNNING + ", DisableApiStop.Value=true InstanceType.Value=t3.micro, INVALID_PARAMETER_COMBINATION",
        RUNNING + ", Attribute=nonsense Value=x, INVALID_PARAMETER_VALUE",
        RUNNING + ", DisableApiStop.Value=yes, INVALID_PARAMETER_VALUE",
        RUNNING + ", InstanceInitiatedShutdownBehavior.Value=explode, INVALID_ATTRIBUTE_VALUE",
        RUNNING + ", InstanceType.Value=t3.micro, INCORRECT_INSTANCE_STATE",
        RUNNING + ", EbsOptimized.Value=true, INCORRECT_INSTANCE_STATE",
        STOPPED + ", InstanceType.Value=z9.huge, INVALID_ATTRIBUTE_VALUE",
        STOPPED + ", UserData.Value=IyEvYmluL3No, UNSUPPORTED_OPERATION",
        RUNNING + ", SourceDestCheck.Value=false, UNSUPPORTED_OPERATION",
        RUNNING + ", BlockDeviceMapping.1.DeviceName=/dev/xvda, UNSUPPORTED_OPERATION",
        RUNNING + ", GroupId.1=sg-0123456789abcdef0, INVALID_GROUP_NOT_FOUND",
        TERMINATED + ", DisableApiStop.Value=true, INCORRECT_INSTANCE_STATE",
        "i-00000009, DisableApiStop.Value=true, INVALID_INSTANCE_ID_NOT_FOUND",
        "i-9, DisableApiStop.Value=true, INVALID_INSTANCE_ID_MALFORMED",
        RUNNING + ", DisableApiStop.Value=true DryRun=true, DRY_RUN"
    })
    void changesThatAreRefused(String id, String change, Ec2Error error) {
        List<Instance> before = store.all();
        Asked.refused(new ModifyInstanceAttribute(changes()), "InstanceId=" + id + " " + change, error);
        assertThat(store.all()).isEqualTo(before);
    }

    @Test
    void attributesThatNothingHereHasAreEmptyAndUnknownOnesAreRefused() {
        DescribeInstanceAttribute describe = new DescribeInstanceAttribute(store::find);
        String of = "InstanceId=" + RUNNING + " Attribute=";
        assertThat(Asked.answer(describe, of + "userData")).contains("<userData></userData>");
        assertThat(Asked.texts(Asked.answer(describe, of + "groupSet"), "groupName"))
                .containsExactly("default");
        Asked.refused(describe, of + "nonsense", Ec2Error.INVALID_PARAMETER_VALUE);
        Asked.refused(describe, of, Ec2Error.MISSING_PARAMETER);
        Asked.refused(describe, "Attribute=userData InstanceId=i-00000009", Ec2Error.INVALID_INSTANCE_ID_NOT_FOUND);
        String console = Asked.answer(new GetConsoleOutput(store::find), "InstanceId=" + RUNNING);
        assertThat(console).contains("<timestamp>2025-10-20T06:48:00.000Z").doesNotContain("<output>");
    }

    @Test
    void creditsAreUnlimitedUntilTheyAreSet() {
        DescribeInstanceCreditSpecifications describe = new DescribeInstanceCreditSpecifications(store::all);
        assertThat(Asked.texts(Asked.answer(describe, ""), "instanceId")).containsExactly(OF_T3);
        String list = "InstanceCreditSpecification.";
        String form = list + "1.InstanceId=" + OF_T3 + " " + list + "1.CpuCredits=standard " + list + "2.InstanceId="
                + RUNNING + " " + list + "2.CpuCredits=standard";
        ModifyInstanceCreditSpecification modify = new ModifyInstanceCreditSpecification(changes());
        assertThat(Asked.texts(Asked.answer(modify, form), "code"))
                .containsExactly("InstanceCreditSpecification.NotSupported");
        assertThat(Asked.texts(Asked.answer(describe, "InstanceId.1=" + OF_T3), "cpuCredits"))
                .containsExactly("standard");
        assertThat(Asked.texts(Asked.answer(describe, ""), "instanceId")).isEmpty();
        Asked.refused(describe, "InstanceId.1=" + RUNNING, Ec2Error.CREDITS_NOT_SUPPORTED);
        Asked.refused(modify, form.replace("standard", "x"), Ec2Error.INVALID_PARAMETER_VALUE);
    }

    @Test
    void metadataOptionsAreShownOnceTheyAreSet() {
        DescribeInstances describe = new DescribeInstances(store::all, DefaultVpc.of(List.of("us-east-1a")));
        String of = "InstanceId.1=" + RUNNING;
        assertThat(Asked.texts(Asked.answer(describe, of), "httpTokens")).isEmpty();
        ModifyInstanceMetadataOptions modify = new ModifyInstanceMetadataOptions(changes());
        String form = "InstanceId=" + RUNNING + " HttpTokens=required HttpPutResponseHopLimit=2";
        assertThat(Asked.texts(Asked.answer(modify, form), "httpTokens")).containsExactly("required");
        var unused = Asked.answer(modify, "InstanceId=" + RUNNING + " HttpProtocolIpv6=enabled");
        String described = Asked.answer(describe, of);
        assertThat(Asked.texts(described, "httpPutResponseHopLimit"))
                .as("it was not named again")
                .containsExactly("2");
        assertThat(Asked.texts(described, "httpProtocolIpv6")).containsExactly("enabled");
        Asked.refused(modify, "InstanceId=" + RUNNING, Ec2Error.MISSING_PARAMETER);
        Asked.refused(modify, form.replace("=2", "=65"), Ec2Error.INVALID_PARAMETER_VALUE);
        Asked.refused(modify, form.replace("required", "always"), Ec2Error.INVALID_PARAMETER_VALUE);
    }

    @Test
    void monitoringIsShown() {
        String on = Asked.answer(new MonitorInstances(changes()), "InstanceId.1=" + RUNNING);
        assertThat(Asked.texts(on, "state")).containsExactly("pending");
        DescribeInstances describe = new DescribeInstances(store::all, DefaultVpc.of(List.of("us-east-1a")));
        String monitored = "Filter.1.Name=monitoring-state Filter.1.Value.1=enabled";
        assertThat(Asked.texts(Asked.answer(describe, monitored), "instanceId")).containsExactly(RUNNING);
        String off = Asked.answer(new UnmonitorInstances(changes()), "InstanceId.1=" + RUNNING);
        assertThat(Asked.texts(off, "state")).containsExactly("disabling");
        assertThat(Asked.texts(Asked.answer(describe, monitored), "instanceId")).isEmpty();
    }

    @Test
    void whatWasAnsweredIsInTheNextProcess() {
        var unused = Asked.answer(new CreateTags(changes()), "Tag.1.Key=Name Tag.1.Value=web ResourceId.1=" + RUNNING);
        modify("InstanceId=" + RUNNING + " DisableApiTermination.Value=true");
        modify("InstanceId=" + STOPPED + " InstanceType.Value=t3.micro");
        try (InstanceStore next = open()) {
            assertThat(next.all()).isEqualTo(store.all());
        }
    }

    @Test
    void aLineFromBeforeThereWereOptionsIsRead() {
        String old = "{\"imageId\":\"ami-1\",\"instanceType\":\"m7i.large\",\"tags\":{},\"endsOnShutdown\":true}";
        LaunchSpec.Kind kind = JsonMapper.builder().build().readValue(old, LaunchSpec.Kind.class);
        assertThat(kind.options()).isEqualTo(InstanceOptions.DEFAULT);
        assertThat(kind.endsOnShutdown()).isTrue();
    }

    private void modify(String form) {
        assertThat(Asked.answer(new ModifyInstanceAttribute(changes()), form)).contains("<return>true</return>");
    }

    private String attribute(String id, String attribute) {
        String form = "InstanceId=" + id + " Attribute=" + attribute;
        return Asked.texts(Asked.answer(new DescribeInstanceAttribute(store::find), form), "value")
                .getFirst();
    }
}
