package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeVpcs": the {@linkplain DefaultVpc default VPC}. */
record DescribeVpcs() implements Ec2Action {

    private static final int BYTES = 800;
    private static final String DHCP_OPTIONS = "dopt-0e200000000000001";
    private static final String ASSOCIATION = "vpc-cidr-assoc-0e200000000000001";

    private static final Filters<String> FILTERS = Filters.<String>of(
                    filter("cidr", v -> DefaultVpc.CIDR),
                    filter("cidr-block-association.association-id", v -> ASSOCIATION),
                    filter("cidr-block-association.cidr-block", v -> DefaultVpc.CIDR),
                    filter("cidr-block-association.state", v -> "associated"),
                    filter("dhcp-options-id", v -> DHCP_OPTIONS),
                    filter("is-default", v -> true),
                    filter("isDefault", v -> true),
                    filter("owner-id", v -> Ec2Xml.OWNER),
                    filter("state", v -> "available"),
                    filter("vpc-id", v -> v))
            .withTags(v -> Map.of());

    private static final Listing.Shape<String> SHAPE =
            new Listing.Shape<>("DescribeVpcs", "vpcSet", BYTES, DescribeVpcs::write);

    @Override
    public Set<String> parameters() {
        return Set.of("VpcId.N", "Filter.N", "MaxResults", "NextToken", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return new Listing<>(form, List.of(DefaultVpc.ID))
                .named("VpcId", Resource.VPC, id -> id)
                .matching(FILTERS)
                .answer(SHAPE, room, 5, 1000);
    }

    private static void write(XmlWriter xml, String id) {
        xml.text("vpcId", id)
                .text("ownerId", Ec2Xml.OWNER)
                .text("state", "available")
                .text("cidrBlock", DefaultVpc.CIDR)
                .element("cidrBlockAssociationSet", () -> xml.element("item", () -> block(xml)))
                .element("ipv6CidrBlockAssociationSet", () -> {})
                .text("dhcpOptionsId", DHCP_OPTIONS)
                .element("tagSet", () -> {})
                .text("instanceTenancy", "default")
                .text("isDefault", true);
    }

    private static void block(XmlWriter xml) {
        xml.text("cidrBlock", DefaultVpc.CIDR)
                .text("associationId", ASSOCIATION)
                .element("cidrBlockState", () -> xml.text("state", "associated"));
    }
}
