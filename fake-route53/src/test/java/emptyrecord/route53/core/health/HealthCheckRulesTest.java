package emptyrecord.route53.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a checker, all checkers and the settings make of results. */
class HealthCheckRulesTest {

    private static Opinion after(Opinion opinion, int threshold, String results) {
        Opinion now = opinion;
        for (char result : results.toCharArray()) {
            now = now.after(result == '+', threshold);
        }
        return now;
    }

    /** The threshold counts results in a row, towards unhealthy and back. */
    @ParameterizedTest
    @CsvSource({
        "3, --, true",
        "3, ---, false",
        "3, --+--, true",
        "3, ---++, false",
        "3, ---+++, true",
        "3, ---++-++, false",
        "1, -, false",
        "1, -+, true",
    })
    void equalResultsInARowChangeAnOpinion(int threshold, String results, boolean healthy) {
        assertThat(after(Opinion.NEW, threshold, results).healthy()).isEqualTo(healthy);
    }

    @ParameterizedTest
    @CsvSource({"8, 2, true", "8, 1, false", "8, 0, false", "3, 1, true", "50, 9, false", "50, 10, true"})
    void moreThanEighteenPercentMakeAnEndpointHealthy(int checkers, int healthy, boolean expected) {
        List<Opinion> all = new ArrayList<>();
        Stream.generate(() -> new Opinion(true, 0)).limit(healthy).forEach(all::add);
        Stream.generate(() -> new Opinion(false, 0)).limit(checkers - healthy).forEach(all::add);
        assertThat(Opinion.isHealthy(all)).isEqualTo(expected);
    }

    private static HealthCheckConfig tcp(boolean inverted, boolean disabled) {
        ProbeTarget target =
                new ProbeTarget(Optional.of("127.0.0.1"), 80, Optional.empty(), Optional.empty(), Optional.empty());
        Pace pace = new Pace(10, 3, false, List.of());
        return new HealthCheckConfig(
                HealthCheckType.TCP, Optional.of(new Endpoint(target, pace)), Optional.empty(), inverted, disabled);
    }

    @Test
    void aDisabledHealthCheckIsHealthyAndInvertedComesLast() {
        assertThat(tcp(false, false).status(false)).isFalse();
        assertThat(tcp(true, false).status(false)).isTrue();
        assertThat(tcp(false, true).status(false)).isTrue();
        assertThat(tcp(true, true).status(true)).isFalse();
        assertThat(tcp(true, false).status(true)).as("a new one, inverted").isFalse();
    }

    @Test
    void aCalculatedOneNeedsItsThreshold() {
        assertThat(new Children(2, List.of("a", "b", "c")).areEnough(2)).isTrue();
        assertThat(new Children(2, List.of("a", "b", "c")).areEnough(1)).isFalse();
        assertThat(new Children(0, List.of("a")).areEnough(0)).isTrue();
        assertThat(new Children(2, List.of("a")).areEnough(1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.1.10", "127.255.255.255", "::1", "0:0:0:0:0:0:0:1"})
    void addressesOfThisMachineMayBeProbed(String address) {
        assertThat(new AddressRule(any -> false).check(address)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "10.0.0.1",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "255.255.255.255",
                "224.0.0.1",
                "128.0.0.1",
                "126.255.255.255",
                "::",
                "::2",
                "fd00::1",
                "fe80::1",
                "2001:db8::1",
                "::ffff:8.8.8.8",
                "100:0:0:0:0:0:0:1"
            })
    void othersMayNot(String address) {
        assertThatThrownBy(() -> new AddressRule(any -> false).check(address))
                .as(address)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.0/8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "127.1",
                "127.0.0.256",
                "127.0.0.1:80",
                "[::1]",
                "::1%lo",
                "2130706433",
                "0x7f.0.0.1"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> new AddressRule(any -> true).check(text))
                .as(text)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an IPv4 or IPv6 address");
    }

    @Test
    void aNetworkOfTheRegionsOwnOpensPrivateAddressesOnly() {
        AddressRule rule = new AddressRule(any -> true);
        assertThat(Stream.of("10.1.2.3", "172.18.0.4", "192.168.7.8", "fd12::1").map(rule::check))
                .hasSize(4);
        for (String address : List.of("8.8.8.8", "169.254.169.254", "172.32.0.1", "2001:db8::1")) {
            assertThatThrownBy(() -> rule.check(address)).as(address).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A path and a name end up in a request; neither may end its line. */
    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a\r\nX: y", "/\u00e4", "/\t"})
    void aPathIsVisibleAscii(String path) {
        assertThatThrownBy(() -> new ProbeTarget(
                        Optional.of("127.0.0.1"), 80, Optional.empty(), Optional.of(path), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ResourcePath");
        assertThatThrownBy(() -> new ProbeTarget(
                        Optional.of("127.0.0.1"), 80, Optional.of(path), Optional.empty(), Optional.empty()))
                .hasMessageContaining("FullyQualifiedDomainName");
    }

    @Test
    void theHostHeaderIsTheNameOrTheAddress() {
        ProbeTarget named = new ProbeTarget(
                Optional.of("127.0.0.1"), 8080, Optional.of("www.db.test"), Optional.of("health"), Optional.empty());
        assertThat(named.host()).isEqualTo("www.db.test:8080");
        assertThat(named.requestPath()).isEqualTo("/health");
        ProbeTarget six = new ProbeTarget(Optional.of("::1"), 80, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(six.host()).isEqualTo("[::1]");
        assertThat(six.requestPath()).isEqualTo("/");
    }
}
