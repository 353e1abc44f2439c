package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code ResourceId.N} of CreateTags and DeleteTags. Only instances have tags here. */
final class TaggedInstances {

    /** Kinds of which there are some here. */
    private static final Set<Resource> EXISTING =
            EnumSet.of(Resource.VPC, Resource.SUBNET, Resource.GROUP, Resource.IMAGE);

    private TaggedInstances() {}

    /** @throws Ec2Exception for an id that is no instance's: unknown to EC2, unknown here, or of something without tags */
    static List<String> ids(Ec2Form form) {
        List<String> ids = form.list("ResourceId").stream().distinct().toList();
        if (ids.isEmpty()) {
            throw Ec2Form.missing("ResourceId.1");
        }
        ids.stream().filter(id -> !id.startsWith("i-")).findFirst().ifPresent(id -> {
            throw noInstance(id);
        });
        return Ec2Bounds.ids(ids);
    }

    private static Ec2Exception noInstance(String id) {
        Resource resource = Resource.of(id)
                .orElseThrow(() ->
                        new Ec2Exception(Ec2Error.INVALID_ID, "The ID '" + Ec2Bounds.shortened(id) + "' is not valid"));
        return EXISTING.contains(resource)
                ? new Ec2Exception(
                        Ec2Error.UNSUPPORTED_OPERATION,
                        "Only instances can be tagged here, not '" + Ec2Bounds.shortened(id) + "'")
                : resource.unknown(id);
    }
}
