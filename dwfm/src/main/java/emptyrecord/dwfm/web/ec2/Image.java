package emptyrecord.dwfm.web.ec2;

import java.util.List;

/**
 * An image that this region describes. The list is ours: the names follow those of Amazon's images, the ids are made up.
 *
 * @param alias of its owner
 * @param owner account number
 * @param created EC2's time with milliseconds
 */
record Image(
        String id, String name, String description, String architecture, String alias, String owner, String created) {

    private static final String AMAZON = "amazon";
    private static final String AMAZONS_ACCOUNT = "137112412989";

    /** Ordered by creation; the last one is what the lab's own fleets launch. */
    static final List<Image> ALL = List.of(
            new Image(
                    "ami-0e2000000000000a1",
                    "al2023-ami-2023.8.20250915.0-kernel-6.1-x86_64",
                    "Amazon Linux 2023 AMI 2023.8.20250915.0 x86_64 HVM kernel-6.1",
                    "x86_64",
                    AMAZON,
                    AMAZONS_ACCOUNT,
                    "2025-09-15T20:00:00.000Z"),
            new Image(
                    "ami-0e2000000000000b1",
                    "al2023-ami-2023.8.20250915.0-kernel-6.1-arm64",
                    "Amazon Linux 2023 AMI 2023.8.20250915.0 arm64 HVM kernel-6.1",
                    "arm64",
                    AMAZON,
                    AMAZONS_ACCOUNT,
                    "2025-09-15T20:00:01.000Z"),
            new Image(
                    "ami-0e2000000000000a2",
                    "al2023-ami-2023.9.20251014.0-kernel-6.1-x86_64",
                    "Amazon Linux 2023 AMI 2023.9.20251014.0 x86_64 HVM kernel-6.1",
                    "x86_64",
                    AMAZON,
                    AMAZONS_ACCOUNT,
                    "2025-10-14T20:00:00.000Z"),
            new Image(
                    "ami-0e2000000000000b2",
                    "al2023-ami-2023.9.20251014.0-kernel-6.1-arm64",
                    "Amazon Linux 2023 AMI 2023.9.20251014.0 arm64 HVM kernel-6.1",
                    "arm64",
                    AMAZON,
                    AMAZONS_ACCOUNT,
                    "2025-10-14T20:00:01.000Z"),
            new Image(
                    "ami-0000000000000lab",
                    "empty-record-lab",
                    "What the lab's own fleets run",
                    "x86_64",
                    "self",
                    Ec2Xml.OWNER,
                    "2025-10-19T00:00:00.000Z"));

    /** Belongs to the account that asks, whatever its keys. */
    boolean own() {
        return owner.equals(Ec2Xml.OWNER);
    }

    /** Whether it belongs to an owner as a caller names one: {@code self}, an alias, an account. */
    boolean belongsTo(String wanted) {
        return wanted.equals(owner) || wanted.equals(alias);
    }
}
