package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeVolumes". Instances here have no volumes. */
record DescribeVolumes() implements Ec2Action {

    private static final Filters<String> FILTERS = Filters.ofNothing(
                    "attachment.attach-time",
                    "attachment.delete-on-termination",
                    "attachment.device",
                    "attachment.instance-id",
                    "attachment.status",
                    "availability-zone",
                    "create-time",
                    "encrypted",
                    "multi-attach-enabled",
                    "fast-restored",
                    "size",
                    "snapshot-id",
                    "status",
                    "volume-id",
                    "volume-type")
            .withTags(nothing -> Map.of());

    private static final Listing.Shape<String> SHAPE =
            new Listing.Shape<>("DescribeVolumes", "volumeSet", 0, (xml, nothing) -> {});

    @Override
    public Set<String> parameters() {
        return Set.of("VolumeId.N", "Filter.N", "MaxResults", "NextToken", "IncludeManagedResources", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return Listing.nothing(form)
                .named("VolumeId", Resource.VOLUME, id -> id)
                .notPagedWith("VolumeId")
                .matching(FILTERS)
                .answer(SHAPE, room, 5, 1000);
    }
}
