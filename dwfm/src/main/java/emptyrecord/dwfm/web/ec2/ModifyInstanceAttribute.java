package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceOptions;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.kit.xml.XmlDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * API reference, "ModifyInstanceAttribute": one attribute at a time; some of a stopped instance only. An attribute that
 * means nothing here may be set to the value that it has, and to no other.
 */
record ModifyInstanceAttribute(KindChanges changes) implements Ec2Action {

    private static final Set<String> PLAIN = Set.of("InstanceId", "Attribute", "Value", "GroupId.N", "DryRun");

    @Override
    public Set<String> parameters() {
        Set<String> all = new HashSet<>(PLAIN);
        all.add("BlockDeviceMapping.N");
        ModifiedAttribute.STRUCTURES.forEach(s -> all.add(s + "."));
        return all;
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        String id = form.id();
        ModifiedAttribute wanted = ModifiedAttribute.of(form);
        if (wanted.name().equals("groupSet")) {
            form.list("GroupId").forEach(ModifyInstanceAttribute::refuseUnknownGroup);
        }
        check(wanted);
        form.refuseDryRun();
        var unused = changes.change(List.of(id), i -> changed(i, wanted));
        return Ec2Xml.done(name());
    }

    /** What can be refused without the instance. */
    private static void check(ModifiedAttribute wanted) {
        switch (wanted.name()) {
            case "disableApiStop", "disableApiTermination", "ebsOptimized" -> {
                var unused = wanted.flag();
            }
            case "instanceInitiatedShutdownBehavior" ->
                refuseUnless(List.of("stop", "terminate").contains(wanted.value()), wanted);
            case "instanceType" ->
                refuseUnless(InstanceType.named(wanted.value()).isPresent(), wanted);
            case "groupSet" -> {}
            case "sourceDestCheck", "enaSupport" -> refuseChange(wanted, !wanted.flag());
            case "blockDeviceMapping", "kernel", "ramdisk", "sriovNetSupport", "userData" -> refuseChange(wanted, true);
            default -> throw Ec2Form.invalid("attribute", wanted.name(), "Unknown attribute.");
        }
    }

    private static LaunchSpec.Kind changed(Instance i, ModifiedAttribute wanted) {
        if (i.state() == Instance.State.SHUTTING_DOWN || i.state() == Instance.State.TERMINATED) {
            throw wrongState(i, "is " + i.state().word());
        }
        LaunchSpec.Kind kind = i.kind();
        InstanceOptions options = kind.options();
        return switch (wanted.name()) {
            case "disableApiStop" -> kind.withOptions(options.withDisableApiStop(wanted.flag()));
            case "disableApiTermination" -> kind.withOptions(options.withDisableApiTermination(wanted.flag()));
            case "instanceInitiatedShutdownBehavior" ->
                kind.withEndsOnShutdown(wanted.value().equals("terminate"));
            case "instanceType" -> stopped(i).withInstanceType(wanted.value());
            case "ebsOptimized" -> stopped(i).withOptions(options.withEbsOptimized(wanted.flag()));
            default -> kind;
        };
    }

    private static LaunchSpec.Kind stopped(Instance i) {
        if (i.state() != Instance.State.STOPPED) {
            throw wrongState(i, "is not in the 'stopped' state");
        }
        return i.kind();
    }

    private static Ec2Exception wrongState(Instance i, String is) {
        return new Ec2Exception(Ec2Error.INCORRECT_INSTANCE_STATE, "The instance '" + i.id() + "' " + is + ".");
    }

    private static void refuseUnless(boolean valid, ModifiedAttribute wanted) {
        if (!valid) {
            throw new Ec2Exception(
                    Ec2Error.INVALID_ATTRIBUTE_VALUE,
                    "Invalid value '" + Ec2Bounds.shortened(wanted.value()) + "' for " + wanted.name() + ".");
        }
    }

    private static void refuseChange(ModifiedAttribute wanted, boolean change) {
        if (change) {
            throw new Ec2Exception(
                    Ec2Error.UNSUPPORTED_OPERATION,
                    "The attribute '" + wanted.name() + "' of an instance cannot be changed here.");
        }
    }

    private static void refuseUnknownGroup(String id) {
        if (!id.equals(DefaultVpc.GROUP_ID)) {
            throw Resource.GROUP.unknown(id);
        }
    }
}
