package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A launch goes to the zone of its subnet, and only the default security group exists. */
class LaunchNetworkTest {

    private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b");

    @ParameterizedTest
    @CsvSource({
        "KeyName=k, ''",
        "Placement.AvailabilityZone=us-east-1b, us-east-1b",
        "SubnetId=subnet-0e200000000000001, us-east-1a",
        "NetworkInterface.1.SubnetId=subnet-0e200000000000002, us-east-1b",
        "SecurityGroupId.1=sg-0e200000000000001, ''",
        "SecurityGroup.1=default, ''"
    })
    void zone(String parameter, String zone) {
        LaunchNetwork network = network(parameter);
        network.refuseUnknownGroups();
        assertThat(network.zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "SubnetId=subnet-0e200000000000003, INVALID_SUBNET_NOT_FOUND",
        "NetworkInterface.2.SecurityGroupId.1=sg-0123456789abcdef0, INVALID_GROUP_NOT_FOUND",
        "SecurityGroup.1=web, INVALID_GROUP_NOT_FOUND",
        "SecurityGroupId.1=web, INVALID_GROUP_ID_MALFORMED",
        "Placement.AvailabilityZone=us-east-1z, INVALID_PARAMETER_VALUE"
    })
    void refused(String parameter, Ec2Error error) {
        assertThatThrownBy(() -> {
                    LaunchNetwork network = network(parameter);
                    network.refuseUnknownGroups();
                    var unused = network.zone();
                })
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @ParameterizedTest
    @CsvSource({"us-east-1a, true", "us-east-1b, false"})
    void subnetAndZoneMustAgree(String zone, boolean agree) {
        Ec2Form form = new Ec2Form(Map.of("SubnetId", "subnet-0e200000000000001", "Placement.AvailabilityZone", zone));
        LaunchNetwork network = new LaunchNetwork(form, ZONES, DefaultVpc.of(ZONES));
        if (agree) {
            assertThat(network.zone()).isEqualTo(zone);
        } else {
            assertThatThrownBy(network::zone).hasMessageContaining("us-east-1a");
        }
    }

    private static LaunchNetwork network(String parameter) {
        int equals = parameter.indexOf('=');
        Ec2Form form = new Ec2Form(Map.of(parameter.substring(0, equals), parameter.substring(equals + 1)));
        return new LaunchNetwork(form, ZONES, DefaultVpc.of(ZONES));
    }
}
