package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import java.util.List;
import java.util.Set;

/** CPU credits of burstable instances (user guide, "Burstable performance instances"). They are kept; no CPU is counted. */
final class CpuCredits {

    static final String UNLIMITED = "unlimited";
    static final String STANDARD = "standard";
    static final List<String> ALL = List.of(STANDARD, UNLIMITED);

    private static final String T2 = "t2";
    private static final Set<String> FAMILIES = Set.of(T2, "t3", "t3a", "t4g");

    private CpuCredits() {}

    static boolean isBurstable(Instance i) {
        return FAMILIES.contains(family(i));
    }

    /** What the caller chose, or the family's default: "T4g, T3a and T3 instances launch as unlimited". */
    static String of(Instance i) {
        String chosen = i.kind().options().cpuCredits();
        String byDefault = family(i).equals(T2) ? STANDARD : UNLIMITED;
        return chosen.isEmpty() ? byDefault : chosen;
    }

    static Ec2Exception notSupported(Instance i) {
        return new Ec2Exception(
                Ec2Error.CREDITS_NOT_SUPPORTED,
                "The instance '" + i.id() + "' of type "
                        + Ec2Bounds.shortened(i.kind().instanceType()) + " has no CPU credits.");
    }

    private static String family(Instance i) {
        String type = i.kind().instanceType();
        int dot = type.indexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }
}
