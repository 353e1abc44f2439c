package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of EC2's resources besides instances, with the errors for an id that is unknown (API reference, "Error codes"). */
enum Resource {
    VOLUME("volume", "vol-", Ec2Error.INVALID_VOLUME_NOT_FOUND, Ec2Error.INVALID_PARAMETER_VALUE),
    NETWORK_INTERFACE("networkInterface ID", "eni-", Ec2Error.INVALID_NETWORK_INTERFACE_NOT_FOUND),
    VPC("vpc ID", "vpc-", Ec2Error.INVALID_VPC_NOT_FOUND),
    SUBNET("subnet ID", "subnet-", Ec2Error.INVALID_SUBNET_NOT_FOUND),
    GROUP("security group", "sg-", Ec2Error.INVALID_GROUP_NOT_FOUND, Ec2Error.INVALID_GROUP_ID_MALFORMED),
    IMAGE("image id", "ami-", Ec2Error.INVALID_AMI_ID_NOT_FOUND, Ec2Error.INVALID_AMI_ID_MALFORMED),
    KEY_PAIR("key pair ID", "key-", Ec2Error.INVALID_KEY_PAIR_NOT_FOUND),
    ALLOCATION("allocation ID", "eipalloc-", Ec2Error.INVALID_ALLOCATION_NOT_FOUND),
    ASSOCIATION("association ID", "iip-assoc-", Ec2Error.INVALID_ASSOCIATION_NOT_FOUND),
    LAUNCH_TEMPLATE(
            "launch template",
            "lt-",
            Ec2Error.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND,
            Ec2Error.INVALID_LAUNCH_TEMPLATE_ID_MALFORMED),
    /** Resources whose callers use names, which have no form. */
    GROUP_NAME("security group", "", Ec2Error.INVALID_GROUP_NOT_FOUND),
    KEY_NAME("key pair", "", Ec2Error.INVALID_KEY_PAIR_NOT_FOUND),
    ADDRESS("address", "", Ec2Error.INVALID_ADDRESS_NOT_FOUND),
    LAUNCH_TEMPLATE_NAME("launch template", "", Ec2Error.INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND);

    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}|[0-9a-f]{17}");

    private final String word;
    private final String prefix;
    private final Ec2Error notFound;
    private final Ec2Error malformed;

    Resource(String word, String prefix, Ec2Error notFound) {
        this(word, prefix, notFound, notFound);
    }

    Resource(String word, String prefix, Ec2Error notFound, Ec2Error malformed) {
        this.word = word;
        this.prefix = prefix;
        this.notFound = notFound;
        this.malformed = malformed;
    }

    /** The kind that an id's prefix names. */
    static Optional<Resource> of(String id) {
        return Arrays.stream(values())
                .filter(r -> !r.prefix.isEmpty() && id.startsWith(r.prefix))
                .findFirst();
    }

    /** The error for an id or name that nothing here has. */
    Ec2Exception unknown(String id) {
        String shown = Ec2Bounds.shortened(id);
        boolean wellFormed = prefix.isEmpty()
                || id.startsWith(prefix)
                        && NUMBER.matcher(id.substring(prefix.length())).matches();
        return wellFormed || malformed == notFound
                ? new Ec2Exception(notFound, "The " + word + " '" + shown + "' does not exist")
                : new Ec2Exception(malformed, "Invalid id: \"" + shown + "\" (expecting \"" + prefix + "...\")");
    }
}
