package emptyrecord.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.Condition.Seen;
import emptyrecord.scenario.Condition.Sighted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every condition on the same night, where it holds and where it does not. */
class ConditionTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private static Gauge gauge(Measurement measurement) {
        return new Gauge(measurement, null);
    }

    private static Tolerance atLeast(double value) {
        return new Tolerance(value, INF);
    }

    private static Tolerance atMost(double value) {
        return new Tolerance(-INF, value);
    }

    private static Seen night(double from, double to) {
        List<Sighted<Sample>> samples = Nights.good().samples().stream()
                .filter(s -> s.tPlusMinutes() != null && s.tPlusMinutes() >= from && s.tPlusMinutes() <= to)
                .map(s -> new Sighted<>(s.tPlusMinutes() == null ? 0 : s.tPlusMinutes(), s))
                .toList();
        List<Sighted<Event>> events = Nights.events().stream()
                .map(e -> new Sighted<>(
                        java.time.Duration.between(Nights.ZERO, e.wall()).toNanos() / 6e10 * Nights.SPEED, e))
                .filter(e -> e.minute() >= from && e.minute() <= to)
                .toList();
        return new Seen(samples, events);
    }

    private static boolean met(Condition condition, double from, double to) {
        return condition.in(night(from, to)).met();
    }

    @Test
    void reachesTellsWhenAndStaysTellsWhereItBroke() {
        Condition lost = new Condition.Reaches(gauge(Measurement.LEASES_HELD_SHARE), atMost(.1), 5);
        assertThat(met(lost, 0, 160)).isTrue();
        assertThat(lost.in(night(0, 100)).detail()).contains("nearest was 0.35");
        assertThat(met(new Condition.Reaches(gauge(Measurement.LEASES_HELD_SHARE), atMost(.1), 200), 0, 160))
                .as("not for so long")
                .isFalse();

        Condition stays = new Condition.Stays(gauge(Measurement.LEASES_HELD_SHARE), atMost(.2));
        assertThat(met(stays, 175, 260)).isTrue();
        assertThat(stays.in(night(175, 330)).detail()).contains("at minute").contains("not at most 0.2");
    }

    @Test
    void aSpanWithoutASightProvesNothing() {
        Seen nothing = new Seen(List.of(), List.of());
        assertThat(new Condition.Stays(gauge(Measurement.ZONES_WITHDRAWN), new Tolerance(0, 0))
                        .in(nothing)
                        .met())
                .isFalse();
        assertThat(new Condition.Changes(gauge(Measurement.LEASES_MADE), new Tolerance(0, 0))
                        .in(nothing)
                        .met())
                .isFalse();
        Sample dark = Nights.with(Nights.sample(1, 5), (Sample.Leases) null, null);
        Seen gap = new Seen(List.of(new Sighted<>(5, dark)), List.of());
        assertThat(new Condition.Stays(gauge(Measurement.LEASES_HELD_SHARE), atLeast(0))
                        .in(gap)
                        .met())
                .as("a gap is not zero")
                .isFalse();
    }

    @Test
    void changesCompareTheFirstSightWithTheLast() {
        Condition made = new Condition.Changes(gauge(Measurement.LEASES_MADE), atLeast(100));
        assertThat(met(made, 266, 340)).isTrue();
        assertThat(met(made, 172, 266)).isFalse();
        assertThat(met(new Condition.Changes(gauge(Measurement.LEASES_MADE), new Tolerance(0, 0)), 172, 266))
                .isTrue();
    }

    @Test
    void eventsAreCountedByKindTellerAndIds() {
        Condition emptied = new Condition.Happens(
                EventKind.ANSWER_EMPTIED,
                "fake-route53",
                Map.of(EventId.NAME, Nights.settings().regionalName()),
                atLeast(1));
        assertThat(met(emptied, 0, 10)).isTrue();
        assertThat(met(emptied, 1, 10)).as("outside its window").isFalse();
        assertThat(met(new Condition.Happens(EventKind.ANSWER_EMPTIED, "dns-*", Map.of(), new Tolerance(0, 0)), 0, 10))
                .as("told by nobody else")
                .isTrue();
        assertThat(met(
                        new Condition.Happens(EventKind.ANSWER_EMPTIED, "", Map.of(EventId.NAME, "other"), atLeast(1)),
                        0,
                        10))
                .isFalse();
    }

    @Test
    void aStalePlanIsOneThatGoesBackInGenerations() {
        Condition stale = new Condition.StalePlanGoesLive("regional", atLeast(8));
        assertThat(stale.in(flips("regional", 110, 145)).met()).isTrue();
        assertThat(stale.in(flips("regional", 144, 145)).met()).as("one behind").isFalse();
        assertThat(stale.in(flips("regional", 146, 145)).met()).as("forward").isFalse();
        assertThat(stale.in(flips("fips", 110, 145)).met())
                .as("another endpoint")
                .isFalse();
        assertThat(new Condition.StalePlanGoesLive("regional", atMost(0))
                        .in(new Seen(List.of(), List.of()))
                        .met())
                .as("no flip, no proof")
                .isFalse();
    }

    private static Seen flips(String endpoint, long plan, long before) {
        Event flip = new Event(
                1,
                Nights.ZERO,
                0.0,
                "dns-enactor-c",
                EventKind.PLAN_FLIPPED.word(),
                EventId.keys(Map.of(EventId.ENDPOINT, endpoint, EventId.PLAN, plan, EventId.ACTIVE_BEFORE, before)));
        return new Seen(List.of(), List.of(new Sighted<>(0, flip)));
    }

    @Test
    void outcomesAreSharesOfWhatCustomersTried() {
        Tries launches = new Tries(Tries.Kind.LAUNCHES, null);
        Condition full = new Condition.OutcomeShare(launches, "InsufficientInstanceCapacity", atLeast(.8), 10);
        assertThat(met(full, 165, 260)).isTrue();
        assertThat(met(full, 350, 400)).isFalse();
        Condition errors =
                new Condition.OutcomeShare(new Tries(Tries.Kind.CONNECTIONS, null), "failed", atLeast(.05), 20);
        assertThat(met(errors, 400, 500)).isTrue();
        assertThat(met(errors, 10, 100)).isFalse();
        Condition never =
                new Condition.OutcomeShare(new Tries(Tries.Kind.CANARY, "dynamodb"), "never-tried", atLeast(.9), 5);
        assertThat(met(never, 5, 150)).isTrue();
        assertThat(met(never, 200, 300)).isFalse();
        assertThat(new Condition.OutcomeShare(launches, "launched", atLeast(0), 1000)
                        .in(night(0, 5))
                        .detail())
                .contains("prove nothing");
    }

    @Test
    void everyMeasurementIsSeenInASampleOfTheNight() {
        Sample sample = Nights.sample(1, 400);
        for (Measurement measurement : Measurement.values()) {
            String of = measurement == Measurement.CANARY_SUCCESS ? "dynamodb" : null;
            assertThat(new Gauge(measurement, of).in(sample))
                    .as(measurement.label())
                    .isPresent();
        }
    }
}
