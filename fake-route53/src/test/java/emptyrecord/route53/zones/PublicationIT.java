package emptyrecord.route53.zones;

import static emptyrecord.route53.core.Batches.ID;
import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.batch;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.upsert;
import static emptyrecord.route53.core.Batches.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How accepted batches reach DNS, and how many may wait for it. */
class PublicationIT extends OpenedZoneStore {

    @Test
    void dnsFollowsAfterTheDelayInTheOrderOfAcceptance() {
        delay.set(Duration.ofDays(1));
        ZoneStore store = open(List.of(zone()));
        store.submit(ID, batch(create(a("x.db.test", "10.0.0.1"))));
        Submission last = store.submit(ID, batch(upsert(a("x.db.test", "10.0.0.2"))));
        String id = ((Submission.Accepted) last).change().id();

        assertThat(publication.pending()).isPositive();
        assertThat(publication.zones().byId(ID).orElseThrow().exists(RecordName.parse("x.db.test")))
                .isFalse();
        assertThat(store.change(id).orElseThrow().inSync()).isFalse();

        delay.set(Duration.ZERO);
        await().until(() -> store.change(id).orElseThrow().inSync());
        assertThat(publication.zones().byId(ID).orElseThrow().sets(RecordName.parse("x.db.test"), RecordType.A))
                .singleElement()
                .extracting(s -> s.toSpec().values().orElseThrow().texts())
                .isEqualTo(List.of("10.0.0.2"));
    }

    /** A record set that is overwritten repeatedly keeps the zone small and the backlog large. */
    @Test
    void whatWaitsIsBoundedByItsBytesToo() {
        delay.set(Duration.ofDays(1));
        ZoneStore store = open(List.of(zone()), 100 * BYTES_MAX);
        int accepted = 0;
        while (store.submit(ID, batch(upsert(longSet("again", accepted)))) instanceof Submission.Accepted) {
            accepted++;
        }
        assertThat(accepted).isBetween(20, 40);
        delay.set(Duration.ZERO);
        await().untilAsserted(() -> assertThat(store.submit(ID, batch(upsert(longSet("again", -1)))))
                .isInstanceOf(Submission.Accepted.class));
    }

    @Test
    void batchesThatWaitForDnsAreBoundedAndNoneIsLost() {
        delay.set(Duration.ofDays(1));
        ZoneStore store = open(List.of(zone()), 10 * BYTES_MAX);
        int accepted = 0;
        Submission last = store.submit(ID, batch(create(a("n0.db.test", "10.0.0.1"))));
        while (last instanceof Submission.Accepted) {
            accepted++;
            last = store.submit(ID, batch(create(a("n" + accepted + ".db.test", "10.0.0.1"))));
        }
        assertThat(last).isInstanceOf(Submission.Busy.class);
        // The zone that waits for the n-th time has n + 2 record sets: SOA and NS too.
        assertThat(accepted).isBetween(250, 320);
        assertThat(store.zones().byId(ID).orElseThrow().records()).hasSize(accepted + 2);
        assertThat(store.journalLines()).isEqualTo(accepted);

        delay.set(Duration.ZERO);
        int all = accepted;
        await().untilAsserted(() ->
                assertThat(publication.zones().byId(ID).orElseThrow().records()).hasSize(all + 2));
        assertThat(store.submit(ID, batch(create(a("next.db.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Accepted.class);
    }
}
