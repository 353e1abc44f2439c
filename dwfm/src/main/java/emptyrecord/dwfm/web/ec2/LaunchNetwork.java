package emptyrecord.dwfm.web.ec2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a launch request wants its instances: by zone, by subnet, or by the first network interface's subnet. Subnets and
 * security groups are those of the {@linkplain DefaultVpc default VPC}.
 */
record LaunchNetwork(Ec2Form form, List<String> zones, DefaultVpc vpc) {

    /**
     * The zone, empty for any.
     *
     * @throws emptyrecord.dwfm.instances.Ec2Exception for an unknown zone or subnet, or a subnet of another zone
     */
    String zone() {
        String zone = form.text("Placement.AvailabilityZone").orElse("");
        if (!zone.isEmpty() && !zones.contains(zone)) {
            throw Ec2Form.invalid("Availability Zone", zone, "the zones are " + zones);
        }
        return subnet().map(subnet -> zoneOf(subnet, zone)).orElse(zone);
    }

    private String zoneOf(String id, String zone) {
        DefaultVpc.Subnet subnet = vpc.subnet(id).orElseThrow(() -> Resource.SUBNET.unknown(id));
        if (!zone.isEmpty() && !subnet.zone().equals(zone)) {
            throw Ec2Form.invalid("Availability Zone", zone, "the subnet '" + id + "' is in " + subnet.zone());
        }
        return subnet.zone();
    }

    private Optional<String> subnet() {
        return parameters("SubnetId").flatMap(name -> form.text(name).stream()).findFirst();
    }

    /** @throws emptyrecord.dwfm.instances.Ec2Exception with EC2's code for a group other than the default one */
    void refuseUnknownGroups() {
        refuseOthers("SecurityGroupId", DefaultVpc.GROUP_ID, Resource.GROUP);
        refuseOthers("SecurityGroup", DefaultVpc.GROUP_NAME, Resource.GROUP_NAME);
    }

    private void refuseOthers(String list, String known, Resource resource) {
        parameters(list)
                .flatMap(name -> form.list(name).stream())
                .filter(wanted -> !wanted.equals(known))
                .findFirst()
                .ifPresent(wanted -> {
                    throw resource.unknown(wanted);
                });
    }

    /** The request's own parameter of that name, and those of its network interfaces. */
    private Stream<String> parameters(String name) {
        return Stream.concat(
                Stream.of(name),
                ListMembers.of(form.values(), "NetworkInterface").stream().map(member -> member + "." + name));
    }
}
