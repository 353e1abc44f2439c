package emptyrecord.kit.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.kit.clock.ManualTime;
import emptyrecord.kit.switchboard.Guard;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
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
    private Duration wait = Duration.ZERO;
    private final CachingLookup lookup = new CachingLookup(this::serve, time, hosts, lastKnownGood);

    private DnsAnswer serve(String name) {
        asked++;
        time.pass(wait);
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
    void thatNoServerAnswersIsKnownForAMinuteAfterTheWait() {
        wait = Duration.ofMinutes(4);
        served = new DnsAnswer.ServerDead("timed out");
        lookup.lookup(NAME);
        served = GOOD;
        time.pass(Duration.ofSeconds(59));
        assertThat(lookup.lookup(NAME)).isInstanceOf(DnsAnswer.ServerDead.class);
        assertThat(asked).isEqualTo(1);

        time.pass(Duration.ofSeconds(1));
        assertThat(lookup.lookup(NAME)).isEqualTo(GOOD);
    }

    /** Else each of a host's workers would wait for a silent server in turn. */
    @Test
    void whoAsksWhileAnotherWaitsWaitsForTheSameAnswer() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        AtomicInteger queries = new AtomicInteger();
        CachingLookup waiting = new CachingLookup(
                name -> {
                    queries.incrementAndGet();
                    await(silent);
                    return GOOD;
                },
                time,
                hosts,
                lastKnownGood);
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            List<Future<DnsAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(workers.submit(() -> waiting.lookup(NAME)));
            }
            Awaitility.await().until(() -> queries.get() == 1);
            silent.countDown();
            for (Future<DnsAnswer> answer : answers) {
                assertThat(answer.get()).isEqualTo(GOOD);
            }
        }
        assertThat(queries).hasValue(1);
    }

    @Test
    void aLookupThatThrowsIsNotWaitedForAgain() {
        AtomicInteger queries = new AtomicInteger();
        CachingLookup broken = new CachingLookup(
                name -> {
                    if (queries.incrementAndGet() == 1) {
                        throw new IllegalStateException("broken");
                    }
                    return GOOD;
                },
                time,
                hosts,
                lastKnownGood);
        assertThatThrownBy(() -> broken.lookup(NAME)).hasStackTraceContaining("broken");
        assertThat(broken.lookup(NAME)).isEqualTo(GOOD);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
