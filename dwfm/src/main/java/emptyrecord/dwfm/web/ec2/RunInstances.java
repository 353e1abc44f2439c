package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.InstanceOptions;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Launcher;
import emptyrecord.dwfm.instances.MetadataOptions;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;

/**
 * API reference, "RunInstances", and "Ensuring idempotency". The image is not looked up. A subnet stands for its zone. A key
 * pair's name is kept; parameters about disks, addresses and profiles change nothing here. All of them belong to the request
 * that a client token stands for.
 */
record RunInstances(Launcher launcher, List<String> zones, DefaultVpc vpc) implements Ec2Action {

    /** Instances per request (our choice). */
    private static final int COUNT_MAX = 10;

    @Override
    public Set<String> parameters() {
        return Set.of(
                "AdditionalInfo",
                "BlockDeviceMapping.N",
                "CapacityReservationSpecification.",
                "ClientToken",
                "CpuOptions.",
                "CreditSpecification.",
                "DisableApiStop",
                "DisableApiTermination",
                "DryRun",
                "EbsOptimized",
                "ElasticGpuSpecification.N",
                "ElasticInferenceAccelerator.N",
                "EnablePrimaryIpv6",
                "EnclaveOptions.",
                "HibernationOptions.",
                "IamInstanceProfile.",
                "ImageId",
                "InstanceInitiatedShutdownBehavior",
                "InstanceMarketOptions.",
                "InstanceType",
                "Ipv6Address.N",
                "Ipv6AddressCount",
                "KernelId",
                "KeyName",
                "LaunchTemplate.",
                "LicenseSpecification.N",
                "MaintenanceOptions.",
                "MaxCount",
                "MetadataOptions.",
                "MinCount",
                "Monitoring.",
                "NetworkInterface.N",
                "NetworkPerformanceOptions.",
                "Operator.",
                "Placement.",
                "PrivateDnsNameOptions.",
                "PrivateIpAddress",
                "RamdiskId",
                "SecondaryInterface.N",
                "SecurityGroup.N",
                "SecurityGroupId.N",
                "SubnetId",
                "TagSpecification.N",
                "UserData");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        LaunchSpec spec = spec(form);
        form.refuseDryRun();
        room.take(spec.max() * InstanceXml.bytesMax(spec.kind(), spec.token().value()));
        return InstanceXml.launched(vpc, launcher.launch(spec));
    }

    private LaunchSpec spec(Ec2Form form) {
        int min = count(form, "MinCount");
        int max = count(form, "MaxCount");
        if (max < min) {
            throw Ec2Form.invalid("MaxCount", Integer.toString(max), "it must not be less than MinCount, " + min);
        }
        LaunchSpec.Kind kind = new LaunchSpec.Kind(
                form.required("ImageId"),
                form.text("InstanceType").orElse("m1.small"),
                form.tags(),
                form.choice("InstanceInitiatedShutdownBehavior", List.of("stop", "terminate"))
                        .equals("terminate"),
                options(form));
        LaunchNetwork network = new LaunchNetwork(form, zones, vpc);
        network.refuseUnknownGroups();
        return new LaunchSpec(min, max, network.zone(), token(form), kind);
    }

    private static InstanceOptions options(Ec2Form form) {
        String credits = "CreditSpecification.CpuCredits";
        return new InstanceOptions(
                form.flag("DisableApiTermination"),
                form.flag("DisableApiStop"),
                form.flag("Monitoring.Enabled"),
                form.flag("EbsOptimized"),
                form.text(credits).isEmpty() ? "" : form.choice(credits, CpuCredits.ALL),
                form.text("KeyName").orElse(""),
                Metadata.changed(MetadataOptions.DEFAULT, form, "MetadataOptions."));
    }

    private static int count(Ec2Form form, String name) {
        form.required(name);
        return form.number(name, 1, COUNT_MAX, 1);
    }

    private static LaunchSpec.ClientToken token(Ec2Form form) {
        return form.text("ClientToken")
                .map(value -> new LaunchSpec.ClientToken(Ec2Bounds.token(value), form.fingerprint()))
                .orElse(LaunchSpec.ClientToken.NONE);
    }
}
