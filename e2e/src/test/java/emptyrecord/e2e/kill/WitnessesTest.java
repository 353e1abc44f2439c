package emptyrecord.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.droplet.InstanceChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The witnesses of {@link KillEc2IT} can fail: each finds the defect that it is there for, and nothing in good order. */
class WitnessesTest {

    private static final String DROPLET = "droplet-1-000";
    private static final String INSTANCE = "i-0123456789abcdef0";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Findings findings = new Findings();
    private Instant now = START;

    private final class Handshakes {
        private final HandshakeWitness witness = new HandshakeWitness(() -> now, findings);

        HandshakeWitness.Sent sent(String holder, long epoch) {
            return witness.sent(claim(holder, epoch), now.plusSeconds(600));
        }

        HandshakeWitness.Sent change(String holder, long epoch) {
            return witness.sent(claim(holder, epoch), null);
        }

        private static HandshakeWitness.Claim claim(String holder, long epoch) {
            return new HandshakeWitness.Claim(DROPLET, holder, epoch);
        }

        void obeyed(HandshakeWitness.Sent sent) {
            witness.obeyed(sent);
        }
    }

    private void found(String part) {
        assertThat(findings.violations()).singleElement().asString().contains(part);
    }

    @Test
    void holdersInTurnAreInOrder() {
        Handshakes handshakes = new Handshakes();
        handshakes.obeyed(handshakes.sent("dwfm-1", 3));
        handshakes.obeyed(handshakes.sent("dwfm-1", 4));
        handshakes.obeyed(handshakes.change("dwfm-1", 3));
        now = now.plusSeconds(601);
        handshakes.obeyed(handshakes.sent("rival-1", 5));
        assertThat(findings.violations()).isEmpty();
        assertThat(findings.counted("droplets that changed hands")).isEqualTo(1);
    }

    @Test
    void anOlderEpochThatIsObeyedIsFound() {
        Handshakes handshakes = new Handshakes();
        handshakes.obeyed(handshakes.sent("rival-1", 5));
        handshakes.obeyed(handshakes.sent("rival-1", 4));
        found("two holders");
    }

    @Test
    void callsThatWereUnderWayTogetherHaveNoOrder() {
        Handshakes handshakes = new Handshakes();
        HandshakeWitness.Sent early = handshakes.sent("dwfm-1", 4);
        handshakes.obeyed(handshakes.sent("dwfm-1", 5));
        handshakes.obeyed(early);
        assertThat(findings.violations()).isEmpty();
    }

    @Test
    void aChangeOfAHolderThatHasLostTheDropletIsFound() {
        Handshakes handshakes = new Handshakes();
        handshakes.obeyed(handshakes.sent("rival-1", 5));
        now = now.plusSeconds(601);
        handshakes.obeyed(handshakes.sent("dwfm-1", 6));
        handshakes.obeyed(handshakes.change("rival-1", 5));
        found("two holders");
    }

    @Test
    void aHolderThatComesWhileAnotherHasReservedIsFound() {
        Handshakes handshakes = new Handshakes();
        handshakes.obeyed(handshakes.sent("dwfm-1", 5));
        now = now.plusSeconds(300);
        handshakes.obeyed(handshakes.sent("rival-1", 6));
        found("had reserved");
    }

    @Test
    void aDropletThatForgetsIsFound() {
        HandshakeWitness witness = new HandshakeWitness(() -> now, findings);
        witness.says(DROPLET, 7, new HandshakeWitness.Obeyed("dwfm-1", 7, 1, now));
        assertThat(findings.violations()).isEmpty();
        witness.says(DROPLET, 0, new HandshakeWitness.Obeyed("dwfm-1", 7, 1, now));
        found("has forgotten");
    }

    private static LeaseRows.Row row(String holder, long epoch, int reservedMinute, int writtenMinute) {
        return new LeaseRows.Row(
                DROPLET,
                holder,
                epoch,
                START.plusSeconds(60L * reservedMinute),
                START.plusSeconds(60L * writtenMinute));
    }

    private void table(LeaseRows.Row... rows) {
        List<LeaseRows.Row> content = new ArrayList<>();
        LeaseWitness witness = new LeaseWitness(() -> List.copyOf(content), findings);
        for (LeaseRows.Row row : rows) {
            content.clear();
            content.add(row);
            witness.look();
        }
    }

    @Test
    void rowsThatMoveOnAreInOrder() {
        table(row("dwfm-1", 1, 30, 0), row("dwfm-1", 2, 35, 5), row("rival-1", 3, 45, 35), row("dwfm-1", 4, 75, 45));
        assertThat(findings.violations()).isEmpty();
    }

    @Test
    void aLostWriteOfTheTableIsFound() {
        table(row("dwfm-1", 2, 35, 5), row("dwfm-1", 1, 30, 0));
        found("went back");
    }

    @Test
    void overlappingReservationsAreFound() {
        table(row("dwfm-1", 2, 35, 5), row("rival-1", 3, 44, 34));
        found("two holders reserve one droplet");
    }

    @Test
    void aLostRowIsFound() {
        List<LeaseRows.Row> content = new ArrayList<>(List.of(row("dwfm-1", 2, 35, 5)));
        LeaseWitness witness = new LeaseWitness(() -> List.copyOf(content), findings);
        witness.look();
        content.clear();
        witness.look();
        found("had 1 rows and has 0");
    }

    private static InstanceChange change(String droplet, InstanceChange.Kind kind) {
        return InstanceChange.newBuilder()
                .setDroplet(droplet)
                .setInstance(INSTANCE)
                .setKind(kind)
                .build();
    }

    @Test
    void anEndThatNobodyOrderedIsFoundButNotThatOfALeftover() {
        PlacementWitness witness = new PlacementWitness(INSTANCE::equals, findings);
        witness.answered(witness.sent(change(DROPLET, InstanceChange.Kind.START)), true);
        witness.answered(witness.sent(change("droplet-1-001", InstanceChange.Kind.START)), true);
        witness.answered(witness.sent(change(DROPLET, InstanceChange.Kind.END)), true);
        assertThat(findings.violations()).isEmpty();
        witness.answered(witness.sent(change("droplet-1-001", InstanceChange.Kind.END)), true);
        found("runs by order of its customer");
    }

    private static PaceWitness.Sample sample(long millis, double reads) {
        return new PaceWitness.Sample(START.plusMillis(millis), reads, reads);
    }

    @Test
    void aBurstOfReadsIsFoundButNotASteadyPace() {
        PaceWitness witness = new PaceWitness(findings);
        for (int i = 0; i <= 20; i++) {
            witness.take(sample(200L * i, 10 * i));
        }
        assertThat(findings.violations()).isEmpty();
        assertThat(witness.most()).isEqualTo(50);
        witness.take(sample(4200, 200 + Ec2Region.DROPLETS));
        found("was read");
    }

    @Test
    void readsAreThoseOfRowsAndOfPages() {
        PaceWitness.Sample sample = PaceWitness.parse(START, """
                # TYPE dynamo_requests_total counter
                dynamo_requests_total{operation="GetItem",outcome="ok"} 7.0
                dynamo_requests_total{operation="BatchGetItem",outcome="ok"} 4.0
                dynamo_requests_total{operation="UpdateItem",outcome="condition_failed"} 1.0E3
                dynamo_requests_total{operation="Scan",outcome="ok"} 9.0
                """);
        assertThat(sample.reads()).isEqualTo(11);
        assertThat(sample.all()).isEqualTo(1011);
    }
}
