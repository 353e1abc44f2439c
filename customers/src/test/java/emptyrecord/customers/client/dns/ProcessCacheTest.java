package emptyrecord.customers.client.dns;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.customers.core.stack.DnsPolicy;
import emptyrecord.kit.clock.ManualTime;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each policy answers over time, and why. */
class ProcessCacheTest {

    private static final String NAME = "dynamodb.us-east-1.amazonaws.test";
    private static final DnsAnswer.Addresses OLD = addresses("127.0.1.10");
    private static final DnsAnswer.Addresses NEW = addresses("127.0.2.10");
    private static final DnsAnswer EMPTY = new DnsAnswer.Empty(Duration.ofMinutes(15));
    private static final DnsAnswer SILENT = new DnsAnswer.ServerDead("time-out");

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private DnsAnswer host = OLD;

    private static DnsAnswer.Addresses addresses(String literal) {
        return new DnsAnswer.Addresses(List.of(InetAddress.ofLiteral(literal)), Duration.ofMinutes(1));
    }

    private DnsLookup cache(DnsPolicy policy) {
        return new ProcessCache(name -> host, policy, time);
    }

    private DnsAnswer after(DnsLookup cache, Duration later, DnsAnswer hostSays) {
        time.pass(later);
        host = hostSays;
        return cache.lookup(NAME);
    }

    @Test
    void thirtySeconds() {
        DnsLookup cache = cache(DnsPolicy.JVM_30_SECONDS);
        assertThat(cache.lookup(NAME)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofSeconds(29), EMPTY)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofSeconds(2), EMPTY)).isEqualTo(EMPTY);
        assertThat(after(cache, Duration.ofSeconds(9), NEW)).isEqualTo(EMPTY);
        assertThat(after(cache, Duration.ofSeconds(2), NEW)).isEqualTo(NEW);
    }

    @Test
    void forEverIsUnharmedByAnEmptyRecordAndBlindToAMove() {
        DnsLookup cache = cache(DnsPolicy.JVM_FOR_EVER);
        assertThat(cache.lookup(NAME)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofHours(3), EMPTY)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofDays(30), NEW)).isEqualTo(OLD);
    }

    @Test
    void forEverOfAProcessThatBeganInTheOutageHealsIfFailuresAreNotKept() {
        host = EMPTY;
        DnsLookup heals = cache(DnsPolicy.JVM_FOR_EVER);
        DnsLookup stays = cache(DnsPolicy.JVM_FOR_EVER_FAILURES_TOO);
        assertThat(heals.lookup(NAME)).isEqualTo(EMPTY);
        assertThat(stays.lookup(NAME)).isEqualTo(EMPTY);
        assertThat(after(heals, Duration.ofSeconds(11), NEW)).isEqualTo(NEW);
        assertThat(after(stays, Duration.ofDays(30), NEW)).isEqualTo(EMPTY);
        assertThat(cache(DnsPolicy.JVM_FOR_EVER_FAILURES_TOO).lookup(NAME)).isEqualTo(NEW);
    }

    @Test
    void rfc8767HelpsAgainstSilentServersAndNotAgainstAnEmptyAnswer() {
        DnsLookup cache = cache(DnsPolicy.STALE_IF_NO_SERVER_ANSWERS);
        assertThat(cache.lookup(NAME)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofHours(1), SILENT)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofHours(1), EMPTY)).isEqualTo(EMPTY);
    }

    @Test
    void lastKnownGoodHelpsAgainstBothForThreeDays() {
        DnsLookup cache = cache(DnsPolicy.STALE_IF_UNKNOWN);
        assertThat(cache.lookup(NAME)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofHours(3), EMPTY)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofHours(3), SILENT)).isEqualTo(OLD);
        assertThat(after(cache, Duration.ofMinutes(1), NEW)).isEqualTo(NEW);
        assertThat(after(cache, Duration.ofDays(4), EMPTY)).isEqualTo(EMPTY);
    }

    @Test
    void aCapShortensEmptyAnswersOnly() {
        CappedNegative capped = new CappedNegative(name -> host, DnsPolicy.NEGATIVE_CAP);
        assertThat(capped.lookup(NAME)).isEqualTo(OLD);
        host = EMPTY;
        assertThat(capped.lookup(NAME)).isEqualTo(new DnsAnswer.Empty(Duration.ofSeconds(30)));
        host = new DnsAnswer.NoSuchName(Duration.ofSeconds(5));
        assertThat(capped.lookup(NAME)).isEqualTo(host);
    }
}
