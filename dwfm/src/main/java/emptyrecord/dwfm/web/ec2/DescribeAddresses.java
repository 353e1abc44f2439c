package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeAddresses". There are no elastic addresses. */
record DescribeAddresses() implements Ec2Action {

    private static final Filters<String> FILTERS = Filters.ofNothing(
                    "allocation-id",
                    "association-id",
                    "domain",
                    "instance-id",
                    "network-border-group",
                    "network-interface-id",
                    "network-interface-owner-id",
                    "private-ip-address",
                    "public-ip")
            .withTags(nothing -> Map.of());

    private static final Listing.Shape<String> SHAPE =
            new Listing.Shape<>("DescribeAddresses", "addressesSet", 0, (xml, nothing) -> {});

    @Override
    public Set<String> parameters() {
        return Set.of("PublicIp.N", "AllocationId.N", "Filter.N", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return Listing.nothing(form)
                .named("PublicIp", Resource.ADDRESS, id -> id)
                .named("AllocationId", Resource.ALLOCATION, id -> id)
                .matching(FILTERS)
                .answer(SHAPE, room);
    }
}
