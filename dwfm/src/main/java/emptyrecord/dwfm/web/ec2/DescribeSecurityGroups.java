package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * API reference, "DescribeSecurityGroups": the default group, with the rules of the VPC user guide, "Default security
 * groups". No traffic passes here.
 */
record DescribeSecurityGroups() implements Ec2Action {

    private static final int BYTES = 1300;
    private static final String DESCRIPTION = "default VPC security group";
    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final String ALL_PROTOCOLS = "-1";

    private static final Filters<String> FILTERS = Filters.<String>of(
                    filter("description", g -> DESCRIPTION),
                    filter("egress.ip-permission.cidr", g -> EVERYWHERE),
                    filter("egress.ip-permission.protocol", g -> ALL_PROTOCOLS),
                    filter("group-id", g -> g),
                    filter("group-name", g -> DefaultVpc.GROUP_NAME),
                    filter("ip-permission.group-id", g -> g),
                    filter("ip-permission.protocol", g -> ALL_PROTOCOLS),
                    filter("ip-permission.user-id", g -> Ec2Xml.OWNER),
                    filter("owner-id", g -> Ec2Xml.OWNER),
                    filter("vpc-id", g -> DefaultVpc.ID))
            .withTags(g -> Map.of());

    private static final Listing.Shape<String> SHAPE =
            new Listing.Shape<>("DescribeSecurityGroups", "securityGroupInfo", BYTES, DescribeSecurityGroups::write);

    @Override
    public Set<String> parameters() {
        return Set.of("GroupId.N", "GroupName.N", "Filter.N", "MaxResults", "NextToken", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return new Listing<>(form, List.of(DefaultVpc.GROUP_ID))
                .named("GroupId", Resource.GROUP, id -> id)
                .named("GroupName", Resource.GROUP_NAME, id -> DefaultVpc.GROUP_NAME)
                .matching(FILTERS)
                .answer(SHAPE, room, 5, 1000);
    }

    private static void write(XmlWriter xml, String id) {
        xml.text("ownerId", Ec2Xml.OWNER)
                .text("groupId", id)
                .text("groupName", DefaultVpc.GROUP_NAME)
                .text("groupDescription", DESCRIPTION)
                .text("vpcId", DefaultVpc.ID)
                .element("ipPermissions", () -> xml.element("item", () -> fromItself(xml, id)))
                .element("ipPermissionsEgress", () -> xml.element("item", () -> toEverywhere(xml)))
                .element("tagSet", () -> {});
    }

    private static void fromItself(XmlWriter xml, String id) {
        xml.text("ipProtocol", ALL_PROTOCOLS)
                .element(
                        "groups",
                        () -> xml.element(
                                "item", () -> xml.text("userId", Ec2Xml.OWNER).text("groupId", id)))
                .element("ipRanges", () -> {})
                .element("ipv6Ranges", () -> {})
                .element("prefixListIds", () -> {});
    }

    private static void toEverywhere(XmlWriter xml) {
        xml.text("ipProtocol", ALL_PROTOCOLS)
                .element("groups", () -> {})
                .element("ipRanges", () -> xml.element("item", () -> xml.text("cidrIp", EVERYWHERE)))
                .element("ipv6Ranges", () -> {})
                .element("prefixListIds", () -> {});
    }
}
