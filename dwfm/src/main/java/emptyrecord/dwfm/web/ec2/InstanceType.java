package emptyrecord.dwfm.web.ec2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The instance types that this region describes; figures are those of the page "Amazon EC2 instance types". A launch takes
 * any type, because a droplet's room is counted in instances.
 */
enum InstanceType {
    C7G_LARGE("c7g.large", "arm64", 2, 1, 4, 3, 10),
    C7I_LARGE("c7i.large", "x86_64", 2, 2, 4, 3, 10),
    M1_SMALL("m1.small", "x86_64", 1, 1, 1.7, 2, 4),
    M7G_LARGE("m7g.large", "arm64", 2, 1, 8, 3, 10),
    M7I_LARGE("m7i.large", "x86_64", 2, 2, 8, 3, 10),
    M7I_XLARGE("m7i.xlarge", "x86_64", 4, 2, 16, 4, 15),
    R7I_LARGE("r7i.large", "x86_64", 2, 2, 16, 3, 10),
    T3_LARGE("t3.large", "x86_64", 2, 2, 8, 3, 12),
    T3_MEDIUM("t3.medium", "x86_64", 2, 2, 4, 3, 6),
    T3_MICRO("t3.micro", "x86_64", 2, 2, 1, 2, 2),
    T3_SMALL("t3.small", "x86_64", 2, 2, 2, 3, 4),
    T4G_MICRO("t4g.micro", "arm64", 2, 1, 1, 2, 2);

    private final String word;
    private final String architecture;
    private final int cpus;
    private final int threadsPerCore;
    private final double memoryGib;
    private final int interfaces;
    private final int addresses;

    /** @param addresses IPv4 addresses per network interface */
    InstanceType(
            String word,
            String architecture,
            int cpus,
            int threadsPerCore,
            double memoryGib,
            int interfaces,
            int addresses) {
        this.word = word;
        this.architecture = architecture;
        this.cpus = cpus;
        this.threadsPerCore = threadsPerCore;
        this.memoryGib = memoryGib;
        this.interfaces = interfaces;
        this.addresses = addresses;
    }

    static Optional<InstanceType> named(String word) {
        return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst();
    }

    /** Ordered by name. */
    static List<InstanceType> all() {
        return List.of(values());
    }

    String word() {
        return word;
    }

    String architecture() {
        return architecture;
    }

    int cpus() {
        return cpus;
    }

    int threadsPerCore() {
        return threadsPerCore;
    }

    long memoryMib() {
        return Math.round(memoryGib * 1024);
    }

    int interfaces() {
        return interfaces;
    }

    int addresses() {
        return addresses;
    }

    /** The T families have CPU credits. */
    boolean burstable() {
        return word.startsWith("t");
    }

    /** Of before the Nitro system. */
    boolean previousGeneration() {
        return this == M1_SMALL;
    }

    boolean freeTier() {
        return this == T3_MICRO || this == T3_SMALL || this == T4G_MICRO;
    }
}
