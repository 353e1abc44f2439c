package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.dwfm.web.ec2.DefaultVpc.Subnet;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeSubnets": one default subnet a zone. */
record DescribeSubnets(DefaultVpc vpc) implements Ec2Action {

    private static final int BYTES = 1100;

    private static final Filters<Subnet> FILTERS = Filters.<Subnet>of(
                    filter("availability-zone", Subnet::zone),
                    filter("availabilityZone", Subnet::zone),
                    filter("availability-zone-id", Subnet::zoneId),
                    filter("availabilityZoneId", Subnet::zoneId),
                    filter("available-ip-address-count", s -> DefaultVpc.SUBNET_ADDRESSES),
                    filter("cidr", Subnet::cidr),
                    filter("cidr-block", Subnet::cidr),
                    filter("cidrBlock", Subnet::cidr),
                    filter("default-for-az", s -> true),
                    filter("defaultForAz", s -> true),
                    filter("ipv6-native", s -> false),
                    filter("map-public-ip-on-launch", s -> false),
                    filter("owner-id", s -> Ec2Xml.OWNER),
                    filter("state", s -> "available"),
                    filter("subnet-arn", DescribeSubnets::arn),
                    filter("subnet-id", Subnet::id),
                    filter("vpc-id", s -> DefaultVpc.ID))
            .withTags(s -> Map.of());

    private static final Listing.Shape<Subnet> SHAPE =
            new Listing.Shape<>("DescribeSubnets", "subnetSet", BYTES, DescribeSubnets::write);

    @Override
    public Set<String> parameters() {
        return Set.of("SubnetId.N", "Filter.N", "MaxResults", "NextToken", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return new Listing<>(form, vpc.subnets())
                .named("SubnetId", Resource.SUBNET, Subnet::id)
                .matching(FILTERS)
                .answer(SHAPE, room, 5, 1000);
    }

    private static String arn(Subnet subnet) {
        return "arn:aws:ec2:" + Ec2Xml.REGION + ":" + Ec2Xml.OWNER + ":subnet/" + subnet.id();
    }

    private static void write(XmlWriter xml, Subnet subnet) {
        xml.text("subnetId", subnet.id())
                .text("subnetArn", arn(subnet))
                .text("state", "available")
                .text("ownerId", Ec2Xml.OWNER)
                .text("vpcId", DefaultVpc.ID)
                .text("cidrBlock", subnet.cidr())
                .element("ipv6CidrBlockAssociationSet", () -> {})
                .text("availableIpAddressCount", DefaultVpc.SUBNET_ADDRESSES)
                .text("availabilityZone", subnet.zone())
                .text("availabilityZoneId", subnet.zoneId())
                .text("defaultForAz", true)
                .text("mapPublicIpOnLaunch", false)
                .text("assignIpv6AddressOnCreation", false)
                .text("mapCustomerOwnedIpOnLaunch", false)
                .text("enableDns64", false)
                .text("ipv6Native", false)
                .element(
                        "privateDnsNameOptionsOnLaunch",
                        () -> xml.text("hostnameType", "ip-name")
                                .text("enableResourceNameDnsARecord", false)
                                .text("enableResourceNameDnsAAAARecord", false))
                .element("tagSet", () -> {});
    }
}
