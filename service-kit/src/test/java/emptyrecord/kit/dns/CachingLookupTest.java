package emptyrecord.kit.dns;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.clock.ManualTime;
import emptyrecord.kit.switchboard.Guard;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachingLookupTest {

    private static final String NAME = "dynamodb.us-east-1.amazonaws.test";
    private static final DnsAnswer GOOD =
            new DnsAnswer.Addresses(List.of(InetAddress.ofLiteral("127.0.1.10")), Duration.ofSeconds(60));
    private static final DnsAnswer EMPTY = new DnsAnswer.Empty(Duration.ofMinutes(15));

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Guard lastKnownGood = new Guard("dns.last-known-good", "");
    private final HostEntries hosts = new HostEntries();
    private DnsAnswer served = GOOD;
    private int asked;
    private final CachingLookup lookup = new CachingLookup(this::serve, time, hosts, lastKnownGood);

    private DnsAnswer serve(String name) {
        asked++;
        return served;
    }

    @Test
    void anAnswerLivesForItsTtlInIncidentTime() {
        lookup.lookup(NAME);
        time.pass(Duration.ofSeconds(59));
        lookup.lookup(NAME.toUpperCase(java.util.Locale.ROOT) + ".");
        assertThat(asked).isEqualTo(1);

        time.pass(Duration.ofSeconds(1));
        lookup.lookup(NAME);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void anEmptyAnswerOutlivesTheRepair() {
        served = EMPTY;
        assertThat(lookup.lookup(NAME)).isEqualTo(EMPTY);

        served = GOOD;
        time.pass(Duration.ofMinutes(14));
        assertThat(lookup.lookup(NAME)).isEqualTo(EMPTY);

        time.pass(Duration.ofMinutes(1));
        assertThat(lookup.lookup(NAME)).isEqualTo(GOOD);
    }

    @Test
    void aDeadServerIsAskedAgainAtOnce() {
        served = new DnsAnswer.ServerDead("timed out");
        lookup.lookup(NAME);
        served = GOOD;
        assertThat(lookup.lookup(NAME)).isEqualTo(GOOD);
    }

    @Test
    void withoutTheGuardAnEmptyAnswerReachesTheCustomer() {
        lookup.lookup(NAME);
        served = EMPTY;
        time.pass(Duration.ofMinutes(2));

        assertThat(lookup.lookup(NAME)).isEqualTo(EMPTY);
    }

    @Test
    void theGuardAnswersWithTheLastKnownGood() {
        lastKnownGood.set(true);
        lookup.lookup(NAME);
        served = EMPTY;
        time.pass(Duration.ofMinutes(2));

        assertThat(lookup.lookup(NAME)).isEqualTo(GOOD);
        assertThat(lastKnownGood.timesActed()).isEqualTo(1);
    }

    @Test
    void aStaticHostEntryWinsOverDns() {
        served = EMPTY;
        InetAddress address = InetAddress.ofLiteral("127.0.2.10");
        hosts.put(NAME, List.of(address));

        assertThat(lookup.lookup(NAME)).isEqualTo(new DnsAnswer.Addresses(List.of(address), Duration.ZERO));

        hosts.remove(NAME);
        assertThat(lookup.lookup(NAME)).isEqualTo(EMPTY);
    }
}
