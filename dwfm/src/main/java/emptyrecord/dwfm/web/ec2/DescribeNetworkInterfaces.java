package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeNetworkInterfaces". Instances here have no network interfaces and no addresses. */
record DescribeNetworkInterfaces() implements Ec2Action {

    private static final Filters<String> FILTERS = Filters.ofNothing(
                    "addresses.private-ip-address",
                    "addresses.primary",
                    "addresses.association.public-ip",
                    "addresses.association.owner-id",
                    "association.association-id",
                    "association.allocation-id",
                    "association.ip-owner-id",
                    "association.public-ip",
                    "association.public-dns-name",
                    "attachment.attachment-id",
                    "attachment.attach-time",
                    "attachment.delete-on-termination",
                    "attachment.device-index",
                    "attachment.instance-id",
                    "attachment.instance-owner-id",
                    "attachment.status",
                    "availability-zone",
                    "description",
                    "group-id",
                    "group-name",
                    "ipv6-addresses.ipv6-address",
                    "interface-type",
                    "mac-address",
                    "network-interface-id",
                    "owner-id",
                    "private-ip-address",
                    "private-dns-name",
                    "requester-id",
                    "requester-managed",
                    "source-dest-check",
                    "status",
                    "subnet-id",
                    "vpc-id")
            .withTags(nothing -> Map.of());

    private static final Listing.Shape<String> SHAPE =
            new Listing.Shape<>("DescribeNetworkInterfaces", "networkInterfaceSet", 0, (xml, nothing) -> {});

    @Override
    public Set<String> parameters() {
        return Set.of(
                "NetworkInterfaceId.N", "Filter.N", "MaxResults", "NextToken", "IncludeManagedResources", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return Listing.nothing(form)
                .named("NetworkInterfaceId", Resource.NETWORK_INTERFACE, id -> id)
                .notPagedWith("NetworkInterfaceId")
                .matching(FILTERS)
                .answer(SHAPE, room, 5, 1000);
    }
}
