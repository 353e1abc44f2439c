package emptyrecord.route53.dns;

import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.dns.QueryCounter.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Replies that are made once a version of the zones are the ones that would be made anew. */
class AnswerCacheTest {

    private static final List<String> NAMES = List.of(
            "db.test",
            "DB.test",
            "plan-1.db.test",
            "_rollback.db.test",
            "_x._tcp.db.test",
            "many.db.test",
            "none.db.test",
            "another.test");

    private final List<Outcome> outcomes = new ArrayList<>();
    private final Fault fault = ServfailDraw.fault();
    private final RandomGenerator random = new SplittableRandom(1);
    private Zones zones = Zones.of(List.of(NightZone.make()));
    private Health health = Health.ALL_HEALTHY;
    private final Responder keeping = new Responder(() -> zones, () -> health, new ServfailDraw(fault), counter());

    private QueryCounter counter() {
        return new QueryCounter() {
            @Override
            public void answered(Transport transport, Outcome outcome) {
                outcomes.add(outcome);
            }

            @Override
            public void malformed(Transport transport) {}

            @Override
            public void truncated() {}
        };
    }

    private static byte[] query(String name, int id) {
        Message query = Message.newQuery(Record.newRecord(Name.fromConstantString(name + "."), Type.A, DClass.IN));
        query.getHeader().setID(id);
        return query.toWire();
    }

    private byte[] ask(byte[] query) {
        return keeping.respond(query, Transport.UDP, random).iterator().next();
    }

    private Message ask(String name, int id) throws IOException {
        return new Message(ask(query(name, id)));
    }

    /** A responder whose zones are another object for each query keeps nothing. */
    @Test
    void keptRepliesAreTheOnesThatWouldBeMade() {
        long seed = Long.getLong("dns.seed", System.nanoTime());
        Random choice = new Random(seed);
        Responder making = new Responder(
                () -> Zones.of(List.of(NightZone.make())), () -> health, new ServfailDraw(fault), counter());
        for (int i = 0; i < 2000; i++) {
            byte[] query = query(NAMES.get(choice.nextInt(NAMES.size())), choice.nextInt(65_536));
            long draw = choice.nextLong();
            assertThat(keeping.respond(query, Transport.UDP, new SplittableRandom(draw))
                            .iterator()
                            .next())
                    .as("query %d, replay with -Ddns.seed=%d", i, seed)
                    .isEqualTo(making.respond(query, Transport.UDP, new SplittableRandom(draw))
                            .iterator()
                            .next());
        }
    }

    @Test
    void eachReplyHasTheIdOfItsQueryAndIsCounted() throws IOException {
        for (int id = 1; id <= 3; id++) {
            assertThat(ask("_rollback.db.test", id).getHeader().getID()).isEqualTo(id);
        }
        assertThat(outcomes).containsExactly(Outcome.EMPTY, Outcome.EMPTY, Outcome.EMPTY);
    }

    @Test
    void newZonesAreAnsweredAtOnce() throws IOException {
        assertThat(ask("none.db.test", 1).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        zones = Zones.of(List.of(accepted(NightZone.make(), upsert(a("none.db.test", "10.0.0.9")))));
        assertThat(ask("none.db.test", 2).getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void weightedSetsAreDrawnForEachQuery() {
        Set<List<Byte>> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            List<Byte> bytes = new ArrayList<>();
            for (byte b : ask(query("db.test", 7))) {
                bytes.add(b);
            }
            seen.add(bytes);
        }
        assertThat(seen).hasSize(3);
    }

    @Test
    void faultAppliesToRepliesThatWereKept() throws IOException {
        assertThat(ask("none.db.test", 1).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        fault.inject(1, Optional.empty(), Instant.EPOCH);
        assertThat(ask("none.db.test", 2).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void keptRepliesEndWithTheirZonesOrStatuses() {
        AnswerCache cache = new AnswerCache();
        byte[] query = query("db.test", 1);
        Published then = new Published(zones, health);
        cache.keep(query, then, new AnswerCache.Kept(new byte[] {0, 1, 2}, Outcome.ANSWERED));
        assertThat(cache.find(query("db.test", 2), then)).isNotNull();
        assertThat(cache.find(query, new Published(zones, id -> false))).isNull();
        assertThat(cache.find(query, new Published(Zones.of(List.of()), health)))
                .isNull();
    }

    @Test
    void floodOfNamesDropsAllAndStaysBounded() {
        AnswerCache cache = new AnswerCache();
        Published now = new Published(zones, health);
        int kept = 0;
        for (int i = 0; i < 50_000; i++) {
            cache.keep(query("n" + i + ".db.test", 1), now, new AnswerCache.Kept(new byte[100], Outcome.NO_SUCH_NAME));
        }
        for (int i = 0; i < 50_000; i++) {
            kept += cache.find(query("n" + i + ".db.test", 1), now) == null ? 0 : 1;
        }
        assertThat(kept).isBetween(1, 10_000);
        assertThat(Arrays.asList(cache.find(query("n49999.db.test", 1), now))).doesNotContainNull();
    }
}
