package emptyrecord.dwfm.web.ec2;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The one network of this account: a default VPC with a default subnet in each zone and the default security group, as in
 * the VPC user guide, "Default VPCs". The address blocks are EC2's, the ids are made up. A subnet stands for its zone;
 * nothing here has an address.
 *
 * @param subnets one a zone, in the order of the zones
 */
record DefaultVpc(List<Subnet> subnets) {

    static final String ID = "vpc-0e200000000000001";
    static final String CIDR = "172.31.0.0/16";
    static final String GROUP_ID = "sg-0e200000000000001";
    static final String GROUP_NAME = "default";

    /** Addresses of a /20, without the five that AWS reserves. */
    static final int SUBNET_ADDRESSES = 4091;

    /** A /16 has so many blocks of /20. */
    private static final int SUBNETS_MAX = 16;

    /** A default subnet. */
    record Subnet(String id, String zone, String zoneId, String cidr) {}

    static DefaultVpc of(List<String> zones) {
        return new DefaultVpc(IntStream.range(0, Math.min(zones.size(), SUBNETS_MAX))
                .mapToObj(n -> new Subnet(
                        "subnet-0e2%014x".formatted(n + 1),
                        zones.get(n),
                        zoneId(n),
                        "172.31." + SUBNETS_MAX * n + ".0/20"))
                .toList());
    }

    /** @param number of the zone, from 0 */
    static String zoneId(int number) {
        return "use1-az" + (number + 1);
    }

    Optional<Subnet> subnetOf(String zone) {
        return subnets.stream().filter(s -> s.zone().equals(zone)).findFirst();
    }

    Optional<Subnet> subnet(String id) {
        return subnets.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
