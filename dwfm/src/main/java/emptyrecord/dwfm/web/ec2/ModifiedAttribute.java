package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one attribute that a ModifyInstanceAttribute changes. It is given by its own parameter, {@code InstanceType.Value}, or
 * by {@code Attribute} and {@code Value}.
 *
 * @param name as DescribeInstanceAttribute has it
 * @param value as sent; empty for a list
 */
record ModifiedAttribute(String name, String value) {

    /** Parameters that are structures with a value; the attribute's name begins with a small letter. */
    static final List<String> STRUCTURES = List.of(
            "DisableApiStop",
            "DisableApiTermination",
            "EbsOptimized",
            "EnaSupport",
            "InstanceInitiatedShutdownBehavior",
            "InstanceType",
            "Kernel",
            "Ramdisk",
            "SourceDestCheck",
            "SriovNetSupport",
            "UserData");

    /** @throws Ec2Exception with InvalidParameterCombination unless there is exactly one */
    static ModifiedAttribute of(Ec2Form form) {
        Set<String> names = form.values().keySet();
        List<ModifiedAttribute> all = new ArrayList<>();
        form.text("Attribute").ifPresent(name -> all.add(new ModifiedAttribute(name, value(form, "Value"))));
        STRUCTURES.stream()
                .filter(s -> names.stream().anyMatch(name -> name.startsWith(s + ".")))
                .forEach(s -> all.add(new ModifiedAttribute(small(s), value(form, s + ".Value"))));
        addList(all, form, "GroupId", "groupSet");
        addList(all, form, "BlockDeviceMapping", "blockDeviceMapping");
        if (all.size() == 1) {
            return all.getFirst();
        }
        throw new Ec2Exception(
                Ec2Error.INVALID_PARAMETER_COMBINATION,
                all.isEmpty()
                        ? "No attributes specified."
                        : "Fields for multiple attribute types specified: "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(ModifiedAttribute::name)
                                                .toList()));
    }

    /** @throws Ec2Exception with InvalidParameterValue */
    boolean flag() {
        return new Ec2Form(new TreeMap<>(java.util.Map.of(name, value))).flag(name);
    }

    private static void addList(List<ModifiedAttribute> all, Ec2Form form, String list, String name) {
        if (!ListMembers.of(form.values(), list).isEmpty()) {
            all.add(new ModifiedAttribute(name, ""));
        }
    }

    private static String value(Ec2Form form, String parameter) {
        return form.values().getOrDefault(parameter, "");
    }

    private static String small(String parameter) {
        return Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1);
    }
}
