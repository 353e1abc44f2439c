package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.ShippedSettings;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The three readings of F52: each collapses by its own mechanism, from the same load, and shows it in its own place. */
class WiringTest {

    private static final double RESTORED = 157;

    /** The last host has known the name for a while. */
    private static final double SETTLED = 190;

    private static final double OPERATORS = 266;
    static final List<String> WIRINGS = Wiring.NAMES;

    static Stream<Arguments> nights() {
        return WIRINGS.stream()
                .flatMap(wiring -> LongStream.rangeClosed(1, 5).mapToObj(seed -> Arguments.of(wiring, seed)));
    }

    private static RegionSimulator night(String wiring, long seed) {
        return RegionSimulator.wired(wiring, RegionSize.USUAL, seed).outage(RESTORED);
    }

    /** In one run: the same servers that have time to spare before work at full throughput without a result after. */
    @ParameterizedTest
    @MethodSource("nights")
    void goodputIsZeroWhereTheLoadWasWellUnderTheCapacity(String wiring, long seed) {
        RegionSimulator region = night(wiring, seed).until(0);
        double healthy = region.busyMinutes() / (30 * region.servers());
        assertThat(healthy).as("%s, seed %d: load before", wiring, seed).isBetween(0.5, 0.85);
        assertThat(region.counted(Counted.CHECKS_LATE)).isZero();

        region.until(SETTLED);
        long made = region.counted(Counted.ATTEMPTS_SUCCEEDED);
        double busy = region.busyMinutes();
        region.until(OPERATORS);
        assertThat(region.counted(Counted.ATTEMPTS_SUCCEEDED))
                .as("%s, seed %d: leases made from T+190 to T+266", wiring, seed)
                .isEqualTo(made);
        assertThat((region.busyMinutes() - busy) / ((OPERATORS - SETTLED) * region.servers()))
                .as("%s, seed %d: load in the collapse", wiring, seed)
                .isGreaterThan(0.95);
        assertThat(region.until(OPERATORS + 240).held())
                .as("%s, seed %d: nobody acts", wiring, seed)
                .isLessThan(0.2);
    }

    @ParameterizedTest
    @FieldSource("WIRINGS")
    void aShortOutageHealsByItself(String wiring) {
        RegionSimulator region =
                RegionSimulator.wired(wiring, RegionSize.USUAL, 1).outage(20, host -> 0);
        assertThat(region.until(60).held()).as("%s: F54", wiring).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @FieldSource("WIRINGS")
    void quietDaysLoseNoFleet(String wiring) {
        RegionSimulator region = RegionSimulator.wired(wiring, RegionSize.USUAL, 10);
        for (double t = 10; t < 3 * 1440; t += 10) {
            assertThat(region.until(t).held()).as("%s: T+%s", wiring, t).isGreaterThan(0.98);
        }
        assertThat(region.counted(Counted.LEASES_LOST)).isPositive();
        assertThat(region.counted(Counted.ATTEMPTS_SUCCEEDED))
                .as("each is made again alone")
                .isBetween(region.counted(Counted.LEASES_LOST) - 1, region.counted(Counted.LEASES_LOST));
    }

    /** What an operator sees: docs/collapse.md has it as a table. */
    @Test
    void eachShowsInAnotherPlace() {
        RegionSimulator fifo = night("stale-fifo", 1).until(SETTLED);
        RegionSimulator batch = night("all-or-nothing-batch", 1).until(SETTLED);
        RegionSimulator herd = night("thundering-herd", 1).until(SETTLED);
        long fifoCalls = fifo.calls();
        long batchCalls = batch.calls();
        long herdCalls = herd.calls();
        long transactions = transactions(batch);
        fifo.until(OPERATORS);
        batch.until(OPERATORS);
        herd.until(OPERATORS);

        assertThat(fifo.queued()).as("the hosts' queues").isGreaterThan(5000);
        assertThat(batch.queued()).as("short: one block a host").isLessThan(4 * 20);
        assertThat(herd.queued()).as("empty: a worker for each droplet").isLessThan(10);
        assertThat(herd.waitingAtGateways()).as("full").isGreaterThan(380);
        assertThat(herd.calls() - herdCalls)
                .as("DynamoDB's load of the herd")
                .isGreaterThan(5 * (fifo.calls() - fifoCalls));
        assertThat(batch.calls() - batchCalls)
                .as("of the blocks")
                .isBetween((fifo.calls() - fifoCalls) / 2, (fifo.calls() - fifoCalls) * 2);
        assertThat(transactions(batch)).as("none gets as far as its write").isEqualTo(transactions);
    }

    private static long transactions(RegionSimulator region) {
        return region.hosts.stream().mapToLong(h -> h.table.transactions).sum();
    }

    /** Ordered while the region is steady, as a scenario does; the night then is the other wiring's. */
    @ParameterizedTest
    @FieldSource("WIRINGS")
    void aSteadyRegionIsWiredAnew(String wiring) {
        RegionSimulator region = new RegionSimulator(3).rewire(-15, wiring).outage(RESTORED);
        assertThat(region.until(0).held()).isGreaterThan(0.99);
        region.until(SETTLED);
        long made = region.counted(Counted.ATTEMPTS_SUCCEEDED);
        assertThat(region.until(OPERATORS).counted(Counted.ATTEMPTS_SUCCEEDED)).isEqualTo(made);
        assertThat(region.waitingAtGateways() > 300).isEqualTo(wiring.equals("thundering-herd"));
        assertThat(region.queued() > 5000).isEqualTo(wiring.equals("stale-fifo"));
    }

    /** Back from each in the middle of its collapse: nothing of it stays behind that another wiring trips over. */
    @ParameterizedTest
    @FieldSource("WIRINGS")
    void aCollapsedRegionIsWiredAnew(String wiring) {
        RegionSimulator region = night(wiring, 4)
                .rewire(OPERATORS, "stale-fifo")
                .throttle(OPERATORS, 0.27)
                .restarts(OPERATORS, 0);
        assertThat(region.recovered(0.95, OPERATORS, OPERATORS + 120)).isLessThan(OPERATORS + 60);
    }

    /** Fitted, and said so in the settings: a block of four is in time, one of twelve is not. */
    @ParameterizedTest
    @CsvSource({"4, true", "12, false"})
    void theBlocksSizeDecides(int blockSize, boolean heals) {
        RegionSize usual = RegionSize.USUAL;
        RegionSize size = new RegionSize(usual.hosts(), usual.parameters(), 4, 100, blockSize);
        RegionSimulator region =
                RegionSimulator.wired("all-or-nothing-batch", size, 1).outage(RESTORED);
        assertThat(region.recovered(0.95, 172, OPERATORS) < OPERATORS).isEqualTo(heals);
    }

    @Test
    void theSimulatedRegionHasTheShippedSizes() {
        assertThat(ShippedSettings.get().blockSize()).isEqualTo(RegionSize.USUAL.blockSize());
        assertThat(RegionSize.HUNDRED_THOUSAND.droplets()).isBetween(100_000, 101_000);
    }

    @Test
    void anotherNameIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> Wiring.of("batch", 12))
                .hasMessageContaining("'batch'")
                .hasMessageContaining("stale-fifo, all-or-nothing-batch, thundering-herd");
        assertThatThrownBy(() -> Wiring.of("all-or-nothing-batch", 101)).hasMessageContaining("dwfm.block-size");
    }
}
