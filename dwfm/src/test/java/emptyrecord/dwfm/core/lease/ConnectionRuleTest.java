package emptyrecord.dwfm.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long connections live: what makes leases lapse slowly, quickly or not at all (F7). */
class ConnectionRuleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ConnectionRule SHIPPED = ShippedSettings.get().connectionRule();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void livesAreBetweenTheBoundsAndAProcesssFirstIsAShareOfOne(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Duration shortest = SHIPPED.max();
        Duration firstShortest = SHIPPED.max();
        for (int i = 0; i < 1000; i++) {
            Duration life = SHIPPED.life(chance);
            assertThat(life).as("seed %s", seed).isBetween(SHIPPED.min(), SHIPPED.max());
            Duration first = SHIPPED.firstLife(chance);
            assertThat(first).as("seed %s", seed).isLessThan(SHIPPED.max());
            shortest = life.compareTo(shortest) < 0 ? life : shortest;
            firstShortest = first.compareTo(firstShortest) < 0 ? first : firstShortest;
        }
        assertThat(shortest).as("seed %s", seed).isLessThan(SHIPPED.min().plusMinutes(1));
        assertThat(firstShortest).as("seed %s", seed).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void aLifeEndsByItselfOrBreaksAndTheNextOneIsWhole() {
        ConnectionLife life = new ConnectionLife(SHIPPED, new SplittableRandom(1));
        assertThat(life.up(NOW)).as("nothing is connected yet").isFalse();
        life.connected(NOW);
        assertThat(life.up(NOW)).isTrue();
        assertThat(life.up(NOW.plus(SHIPPED.max()))).isFalse();
        life.connected(NOW);
        assertThat(life.up(NOW.plus(SHIPPED.min()).minusNanos(1))).isTrue();
        life.broken();
        assertThat(life.up(NOW)).isFalse();
    }

    @Test
    void anUnboundedOneOutlivesEverythingFromTheFirst() {
        ConnectionLife life = new ConnectionLife(SHIPPED.mode("unbounded"), new SplittableRandom(1));
        life.connected(NOW);
        assertThat(life.up(NOW.plus(Duration.ofDays(365)))).isTrue();
    }

    @Test
    void aDropletStaysOnItsConnection() {
        assertThat(SHIPPED.connectionOf(new DropletId(1, 3))).isEqualTo(3);
        assertThat(SHIPPED.connectionOf(new DropletId(1, 3 + SHIPPED.count()))).isEqualTo(3);
    }

    @Test
    void anUnknownModeIsRefusedWithTheModesThereAre() {
        assertThatThrownBy(() -> SHIPPED.mode("often")).hasMessageContaining("spread, 60s or unbounded, not 'often'");
    }
}
