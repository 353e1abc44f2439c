package emptyrecord.control.customers.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TEN = Duration.ofMinutes(10);
    private static final Duration THIRTY = Duration.ofMinutes(30);

    @Test
    void refusedCustomersComeAgainWithinTheirWait() {
        RetryPolicy policy = new RetryPolicy(TEN, THIRTY, 0, new Random(7));
        assertThat(IntStream.range(0, 1000).mapToObj(i -> policy.refused())).allSatisfy(d -> {
            assertThat(d).isInstanceOf(RetryPolicy.Decision.ComeAgain.class);
            assertThat(((RetryPolicy.Decision.ComeAgain) d).after()).isBetween(TEN, THIRTY);
        });
    }

    @Test
    void threeInAHundredRefusalsAreGivenUp() {
        RetryPolicy policy = new RetryPolicy(TEN, THIRTY, .03, new Random(7));
        long givenUp = IntStream.range(0, 10_000)
                .mapToObj(i -> policy.refused())
                .filter(RetryPolicy.Decision.GiveUp.class::isInstance)
                .count();
        assertThat(givenUp).isBetween(240L, 360L);
    }

    @Test
    void theSameSeedMakesTheSameCustomers() {
        RetryPolicy one = new RetryPolicy(TEN, THIRTY, .03, new Random(3));
        RetryPolicy two = new RetryPolicy(TEN, THIRTY, .03, new Random(3));
        IntStream.range(0, 100).forEach(i -> assertThat(one.refused()).isEqualTo(two.refused()));
    }

    @Test
    void arrivalsHaveTheirMeanRate() {
        PoissonDemand demand = new PoissonDemand(2, new Random(1));
        double minutes = IntStream.range(0, 10_000)
                .mapToDouble(i -> demand.untilNext().toNanos() / 6e10)
                .sum();
        assertThat(10_000 / minutes).isBetween(1.9, 2.1);
    }

    @Test
    void theBookForgetsTheOldestAndGivesOutAnOlderOne() {
        InstanceBook book = new InstanceBook(4);
        List.of("a", "b", "c", "d", "e").forEach(book::add);
        assertThat(book.size()).isEqualTo(4);
        assertThat(book.takeOlder(new Random(1)).orElseThrow()).isIn("b", "c");
        book.adopt(List.of("x", "y"));
        assertThat(book.size()).isEqualTo(4);
        assertThat(new InstanceBook(1).takeOlder(new Random(1))).isEmpty();
    }

    @Test
    void pacedArrivalsKeepTheirRateAndNeverBunch() {
        PacedDemand demand = new PacedDemand(24, new java.util.Random(3));
        double minutes = 0;
        for (int i = 0; i < 2400; i++) {
            double gap = demand.untilNext().toNanos() / 6e10;
            assertThat(gap).isBetween(.5 / 24, 1.5 / 24);
            minutes += gap;
        }
        assertThat(minutes).isBetween(97.0, 103.0);
    }
}
