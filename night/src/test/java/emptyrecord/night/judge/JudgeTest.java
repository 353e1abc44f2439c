package emptyrecord.night.judge;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.Milestone.Verdict;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {

    @Test
    void aGoodNightMeetsEveryMilestone() {
        Report report = Judge.judge(Nights.good());
        assertThat(report.milestones())
                .allSatisfy(m -> assertThat(m.verdict()).as(m.toString()).isEqualTo(Verdict.MET));
        assertThat(report.milestones()).hasSize(18);
        assertThat(report.allMet()).isTrue();
        assertThat(report.outcome()).isEqualTo("PLAYED");
        assertThat(report.rounds())
                .singleElement()
                .satisfies(r -> assertThat(r.outcome()).isEqualTo("record-empty"));
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                spoil("first-check-failed", leases(0, 900, l -> leases(l, l.held(), l.madeTotal(), 0))),
                spoil("half-lost", leases(0, 130, l -> leases(l, 248, l.madeTotal(), l.checksFailedTotal()))),
                spoil("most-lost", leases(140, 160, l -> leases(l, 100, l.madeTotal(), l.checksFailedTotal()))),
                spoil("dns-restored", between(157, 190, s -> Nights.with(s, new Sample.Regional("empty", 0, 0)))),
                spoil("dynamodb-good", canaries(160, 200, "dynamodb", new Sample.Canary(0, 0, 1, 0.0))),
                spoil("leases-stay-lost", leases(200, 210, l -> leases(l, 100, l.madeTotal(), l.checksFailedTotal()))),
                spoil("no-goodput", JudgeTest::muchGoodput),
                spoil("no-capacity", launches(160, 266, Map.of("launched", 1, "InsufficientInstanceCapacity", 1))),
                spoil("leases-held", leases(290, 900, l -> leases(l, 100, l.madeTotal(), l.checksFailedTotal()))),
                spoil("launches-throttled", launches(340, 838, Map.of("launched", 2))),
                spoil("launches-normal", launches(860, 873, Map.of("RequestLimitExceeded", 1))),
                spoil("delay-over-10", delay(0, 900, .2)),
                spoil("delay-normal", delay(600, 800, 3)),
                spoil("connection-errors-begin", connections(10, 345, Map.of("ok", 5, "timed-out", 4))),
                spoil("connection-errors-end", connections(588, 640, Map.of("ok", 5, "refused-or-reset", 4))),
                spoil("zone-out", between(0, 900, s -> Nights.with(s, (Sample.Nlb) null))),
                spoil("all-green", canaries(860, 873, "launch", new Sample.Canary(0, 1, 0, 0.0))));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void eachMilestoneIsMissedWhenItsOwnMeasureIsSpoiled(String name, UnaryOperator<Sample> change) {
        Run run = Nights.night(change);
        assertThat(verdicts(run)).containsEntry(name, Verdict.MISSED);
        assertThat(Judge.judge(run).allMet()).isFalse();
    }

    @Test
    void withoutAnEmptyRecordNothingIsReached() {
        List<Event> calm = Nights.events().stream()
                .filter(e -> !EventKind.RECORD_EMPTY.is(e) && !EventKind.REPLAY_FINISHED.is(e))
                .toList();
        Report report =
                Judge.judge(new Run(Nights.settings(), calm, Nights.good().samples()));
        assertThat(report.milestones()).allSatisfy(m -> assertThat(m.verdict()).isEqualTo(Verdict.NOT_REACHED));
        assertThat(report.outcome()).isEqualTo("UNFINISHED");
        assertThat(report.alarms()).isNotEmpty();
    }

    @Test
    void aShortNightLeavesLaterMilestonesOpen() {
        Map<String, Verdict> verdicts = verdicts(Nights.until(200));
        assertThat(verdicts).containsEntry("dynamodb-good", Verdict.MET);
        assertThat(verdicts).containsEntry("leases-stay-lost", Verdict.NOT_REACHED);
        assertThat(verdicts).containsEntry("connection-errors-end", Verdict.NOT_REACHED);
        assertThat(verdicts).containsEntry("all-green", Verdict.NOT_REACHED);
    }

    @Test
    void errorsThatStillGoOnHaveNotEnded() {
        assertThat(verdicts(Nights.until(500))).containsEntry("connection-errors-end", Verdict.NOT_REACHED);
    }

    @Test
    void phasesSayWhatCustomersSaw() {
        List<Report.Phase> phases = Judge.judge(Nights.good()).phases();
        assertThat(phases).extracting(Report.Phase::name).contains("No DynamoDB", "No launches", "Connection errors");
    }

    @Test
    void eventsKeepEachServicesOrderAndFollowTheWallBetweenServices() {
        Event cause = new Event(1, Nights.wall(2), null, "a", "cause", Map.of());
        Event effect = new Event(2, Nights.wall(1), null, "a", "effect", Map.of());
        Event other = new Event(1, Nights.wall(1.5), null, "b", "other", Map.of());
        assertThat(EventMerge.merge(List.of(effect, cause, other))).containsExactly(other, cause, effect);
    }

    private static Map<String, Verdict> verdicts(Run run) {
        Map<String, Verdict> verdicts = new HashMap<>();
        Judge.judge(run).milestones().forEach(m -> verdicts.put(m.name(), m.verdict()));
        return verdicts;
    }

    private static Arguments spoil(String name, UnaryOperator<Sample> change) {
        return Arguments.of(name, change);
    }

    private static UnaryOperator<Sample> between(double from, double to, UnaryOperator<Sample> change) {
        return s -> {
            double t = Objects.requireNonNull(s.tPlusMinutes());
            return t >= from && t <= to ? change.apply(s) : s;
        };
    }

    private static UnaryOperator<Sample> leases(double from, double to, UnaryOperator<Sample.Leases> change) {
        return between(from, to, s -> Nights.with(s, change.apply(Objects.requireNonNull(s.leases())), s.network()));
    }

    private static Sample.Leases leases(Sample.Leases l, int held, long made, long failed) {
        return new Sample.Leases(
                l.droplets(),
                held,
                l.queueLength(),
                l.oldestQueuedSeconds(),
                made,
                l.attemptsTotal(),
                failed,
                null,
                null,
                null,
                0,
                null);
    }

    private static Sample muchGoodput(Sample s) {
        double t = Objects.requireNonNull(s.tPlusMinutes());
        Sample.Leases l = Objects.requireNonNull(s.leases());
        long extra = Math.round(Math.max(0, Math.min(t, 266) - 180) * 4);
        return Nights.with(s, leases(l, l.held(), l.madeTotal() + extra, l.checksFailedTotal()), s.network());
    }

    private static UnaryOperator<Sample> delay(double from, double to, double minutes) {
        return between(from, to, s -> Nights.with(s, s.leases(), new Sample.Network(minutes, Map.of())));
    }

    private static UnaryOperator<Sample> launches(double from, double to, Map<String, Integer> launches) {
        return between(
                from,
                to,
                s -> Nights.with(s, customers(s, launches, s.customers().connections())));
    }

    private static UnaryOperator<Sample> connections(double from, double to, Map<String, Integer> connections) {
        return between(from, to, s -> Nights.with(s, customers(s, s.customers().launches(), connections)));
    }

    private static Sample.Customers customers(
            Sample s, Map<String, Integer> launches, Map<String, Integer> connections) {
        return new Sample.Customers(launches, connections, 0, s.customers().canaries());
    }

    private static UnaryOperator<Sample> canaries(double from, double to, String name, Sample.Canary canary) {
        return between(from, to, s -> {
            Map<String, Sample.Canary> all = new HashMap<>(s.customers().canaries());
            all.put(name, canary);
            return Nights.with(
                    s,
                    new Sample.Customers(s.customers().launches(), s.customers().connections(), 0, all));
        });
    }
}
