package emptyrecord.dwfm.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.call.Breaker;
import emptyrecord.dwfm.core.call.BreakerRule;
import emptyrecord.dwfm.core.call.CountedPlaces;
import emptyrecord.dwfm.core.call.CountingBreaker;
import emptyrecord.dwfm.core.call.Places;
import emptyrecord.dwfm.core.call.TimeLimit;
import emptyrecord.dwfm.core.host.Parts;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.limit.CycleLimit;
import emptyrecord.dwfm.core.limit.RateLimit;
import emptyrecord.dwfm.core.limit.Throttle;
import emptyrecord.dwfm.core.queue.Admission;
import emptyrecord.dwfm.core.retry.RetryDelay;
import emptyrecord.kit.clock.ManualTime;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The library's parts and the pure ones that simulations use decide the same: both are fed the same sequence, drawn by a seed.
 * Each sequence reaches both answers, or the comparison would show nothing.
 */
class SameDecisionsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();
    private static final int STEPS = 20_000;

    private final ManualTime clock = new ManualTime(START);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void breaker(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        BreakerRule rule = BreakerRule.of(SHIPPED);
        Breaker pure = new CountingBreaker(rule, clock);
        Breaker library =
                new LibraryBreaker("x", rule, new LibraryBreaker.Source(CircuitBreakerRegistry.ofDefaults(), clock));
        List<Boolean> answers = new ArrayList<>();
        int open = 0;
        double failing = 0;
        for (int step = 0; step < STEPS; step++) {
            failing = step % 200 == 0 ? chance.nextDouble() : failing;
            clock.pass(Duration.ofMillis(chance.nextInt(20_000)));
            if (open == 0 || chance.nextDouble() < 0.6) {
                boolean permitted = pure.permits();
                assertThat(library.permits()).as("seed %s, step %s", seed, step).isEqualTo(permitted);
                answers.add(permitted);
                open += permitted ? 1 : 0;
            } else {
                boolean good = chance.nextDouble() >= failing;
                Duration took = Duration.ofMillis(chance.nextInt(180_000));
                pure.ended(good, took);
                library.ended(good, took);
                open--;
            }
        }
        assertThat(answers).as("seed %s", seed).contains(true, false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void throttle(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Registries registries = Registries.empty();
        Throttle pure = new Throttle(SHIPPED, CycleLimit::new, START);
        Throttle library = new Throttle(SHIPPED, parts(registries)::rateLimit, START);
        List<Boolean> answers = new ArrayList<>();
        Instant now = START;
        for (int step = 0; step < STEPS; step++) {
            if (step % 500 == 0) {
                double share = 1 - chance.nextDouble();
                pure.set(share, now);
                library.set(share, now);
            }
            // now and then a step back, as planned times may be
            now = now.plusMillis(chance.nextInt(-3_000, 30_000));
            boolean admitted = pure.admits(now);
            assertThat(library.admits(now)).as("seed %s, step %s", seed, step).isEqualTo(admitted);
            answers.add(admitted);
        }
        assertThat(answers).as("seed %s", seed).contains(true, false);
        assertThat(registries.limiters().getAllRateLimiters())
                .as("one, however often it is set")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rates(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        for (int permissions = 1; permissions < 40; permissions++) {
            RateLimit.Rate rate =
                    new RateLimit.Rate(permissions, Duration.ofNanos(chance.nextLong(1_000_000_000_000L)));
            RateLimit pure = Parts.PURE.rateLimit(rate, START);
            RateLimit library = parts(Registries.empty()).rateLimit(rate, START);
            Instant now = START;
            for (int step = 0; step < 500; step++) {
                now = now.plusNanos(chance.nextLong(rate.cycle().toNanos() / permissions + 1));
                assertThat(library.admits(now))
                        .as("seed %s, %s, step %s", seed, rate, step)
                        .isEqualTo(pure.admits(now));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void admission(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int below = Admission.shortQueue(SHIPPED);
        Admission pure = Parts.PURE.admission(below);
        Admission library = parts(Registries.empty()).admission(below);
        List<Boolean> answers = new ArrayList<>();
        int length = 0;
        for (int step = 0; step < STEPS; step++) {
            length = Math.max(0, length + chance.nextInt(-2, 3));
            boolean admitted = pure.admits(length);
            assertThat(library.admits(length))
                    .as("seed %s, step %s", seed, step)
                    .isEqualTo(admitted);
            length += admitted && chance.nextBoolean() ? 1 : 0;
            answers.add(admitted);
        }
        assertThat(answers).as("seed %s", seed).contains(true, false);
    }

    /** The library counts in milliseconds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void backOff(long seed) {
        RetryDelay pure = Parts.PURE.backOff(Duration.ofMinutes(30));
        RetryDelay library = parts(Registries.empty()).backOff(Duration.ofMinutes(30));
        SplittableRandom chance = new SplittableRandom(seed);
        int[] tries = new int[SHIPPED.droplets()];
        for (int step = 0; step < STEPS; step++) {
            int slot = chance.nextInt(tries.length);
            if (chance.nextDouble() < 0.1) {
                library.leased(slot);
                tries[slot] = chance.nextDouble() < 0.1 ? chance.nextInt(50) : 0;
            }
            RetryDelay.Tried tried = new RetryDelay.Tried(slot, tries[slot]++);
            long drawn = chance.nextLong();
            Duration one = pure.after(tried, SHIPPED.deadline(), new SplittableRandom(drawn));
            Duration other = library.after(tried, SHIPPED.deadline(), new SplittableRandom(drawn));
            assertThat(other.toMillis())
                    .as("seed %s, step %s, %s", seed, step, tried)
                    .isEqualTo(one.toMillis());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void places(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Places pure = new CountedPlaces(3);
        Places library = new LibraryPlaces("x", 3, BulkheadRegistry.ofDefaults());
        List<Boolean> answers = new ArrayList<>();
        int in = 0;
        for (int step = 0; step < STEPS; step++) {
            if (in == 0 || chance.nextBoolean()) {
                boolean entered = pure.enter();
                assertThat(library.enter()).as("seed %s, step %s", seed, step).isEqualTo(entered);
                answers.add(entered);
                in += entered ? 1 : 0;
            } else {
                pure.leave();
                library.leave();
                in--;
            }
        }
        assertThat(answers).as("seed %s", seed).contains(true, false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void timeLimit(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        TimeLimit pure = TimeLimit.of(SHIPPED);
        TimeLimiter library = TimeLimiter.of(
                TimeLimiterConfig.custom().timeoutDuration(pure.most()).build());
        List<Boolean> answers = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Duration takes = Duration.ofMillis(chance.nextInt(85_000, 95_000));
            boolean cut = cuts(library, takes);
            assertThat(cut).as("seed %s, step %s: %s", seed, step, takes).isEqualTo(pure.cuts(takes));
            answers.add(cut);
        }
        assertThat(answers).as("seed %s", seed).contains(true, false);
    }

    /** What the library makes of a call that takes so long, without anybody waiting. */
    private static boolean cuts(TimeLimiter limiter, Duration takes) {
        CompletableFuture<String> call = new CompletableFuture<>() {
            @Override
            public String get(long timeout, TimeUnit unit) throws TimeoutException {
                if (takes.toNanos() > unit.toNanos(timeout)) {
                    throw new TimeoutException();
                }
                return "done";
            }
        };
        try {
            return !"done".equals(limiter.executeFutureSupplier(() -> call));
        } catch (TimeoutException e) {
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Parts parts(Registries registries) {
        return new LibraryParts("dwfm-1", SHIPPED, registries);
    }
}
