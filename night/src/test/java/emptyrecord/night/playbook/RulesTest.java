package emptyrecord.night.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final List<String> HOSTS = List.of("dwfm-1", "dwfm-2", "dwfm-3", "dwfm-4");

    /** When, and what; parameters only where they matter. */
    private record Done(double at, String what, Map<String, Object> parameters) {}

    @Test
    void operatorsActAsTheyDidThatNight() {
        List<Done> done = play(s -> s);
        assertThat(first(done, "static-hosts").at()).isEqualTo(87);
        assertThat(first(done, "install-plan").at()).isEqualTo(157);
        assertThat(first(done, "api-limit").parameters()).containsEntry("launchesPerMinute", .125);
        assertThat(first(done, "dwfm-throttle").parameters()).containsEntry("share", .27);
        assertThat(done)
                .filteredOn(d -> d.what().equals("restart-dwfm-host"))
                .extracting(d -> d.at() + " " + d.parameters().get("host"))
                .containsExactly("266.0 dwfm-1", "277.0 dwfm-2", "288.0 dwfm-3", "299.0 dwfm-4");
        assertThat(first(done, "dwfm-unthrottle").at()).isBetween(335.0, 340.0);
        assertThat(first(done, "freeze-automation").at()).isEqualTo(350);
        assertThat(first(done, "clear-static-hosts").at()).isEqualTo(350);
        assertThat(first(done, "nlb-failover-off").at()).isGreaterThanOrEqualTo(588);
        assertThat(first(done, "nlb-failover-on").at()).isEqualTo(861);
    }

    @Test
    void limitsAreRelaxedInStepsAndTakenOff() {
        List<Done> steps = play(s -> s).stream()
                .filter(d -> d.at() >= 695 && d.what().startsWith("api-limit"))
                .toList();
        assertThat(steps).extracting(Done::at).containsExactly(695.0, 732.0, 768.5, 805.5, 842.0);
        assertThat(steps.getFirst().parameters()).containsKey("launchesPerMinute");
        assertThat(steps.getLast().what()).isEqualTo("api-limit-off");
    }

    @Test
    void relaxingWaitsWhileNetworkStateIsLate() {
        List<Done> done = play(s -> Nights.with(s, s.leases(), new Sample.Network(8, Map.of("a", 50))));
        assertThat(done).noneMatch(d -> d.at() >= 695 && d.what().equals("api-limit-off"));
    }

    @Test
    void nothingIsDoneWhenThereIsNothingToRepair() {
        Sample calm = Nights.sample(1, -5);
        List<Done> done = play(s -> new Sample(
                s.seq(),
                s.wall(),
                s.tPlusMinutes(),
                calm.regional(),
                calm.leases(),
                calm.network(),
                calm.nlb(),
                calm.automation(),
                calm.customers(),
                List.of()));
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsNotSeenIsNotActedOn() {
        List<Done> done = play(s -> Nights.with(Nights.with(s, null, null), (Sample.Nlb) null));
        assertThat(done).extracting(Done::what).doesNotContain("api-limit", "dwfm-throttle", "nlb-failover-off");
    }

    @Test
    void aNameThatStaysEmptyIsRepairedAgainEveryTwoMinutes() {
        List<Done> done =
                play(s -> at(s) >= 157 && at(s) < 162.5 ? Nights.with(s, new Sample.Regional("empty", 0, 0)) : s);
        assertThat(done)
                .filteredOn(d -> d.what().equals("install-plan"))
                .extracting(Done::at)
                .containsExactly(157.0, 159.0, 161.0);
    }

    @Test
    void theFirstLookAtABacklogCutsTheLimitToAThird() {
        NetworkRelief relief = new NetworkRelief(Playbook.night(), () -> false);
        assertThat(relief.decide(430, backlog(400, 6))).isEmpty();
        assertThat(relief.decide(440, backlog(400, 6)))
                .singleElement()
                .satisfies(a -> assertThat(a.parameters())
                        .containsEntry("launchesPerMinute", 2.0)
                        .containsEntry("keepTokens", true));
        assertThat(relief.decide(445, backlog(400, 2))).isEmpty();
    }

    @Test
    void aBacklogThatDoesNotShrinkLowersTheLimitAndOneThatShrinksFastRaisesIt() {
        NetworkRelief growing = new NetworkRelief(Playbook.night(), () -> false);
        growing.decide(440, backlog(400, 6));
        assertThat(growing.decide(450, backlog(400, 2)))
                .singleElement()
                .satisfies(a -> assertThat(a.parameters()).containsEntry("launchesPerMinute", limit(2, 400, 0)));

        NetworkRelief shrinking = new NetworkRelief(Playbook.night(), () -> false);
        shrinking.decide(440, backlog(400, 3));
        assertThat(shrinking.decide(450, backlog(340, 1)))
                .singleElement()
                .satisfies(
                        a -> assertThat(a.parameters()).containsEntry("launchesPerMinute", limit(1, 340, 60 / 20.0)));
        assertThat(shrinking.decide(460, backlog(5, 1)))
                .as("nothing waits any more")
                .isEmpty();
    }

    /** From {@code rate} at T+450, with a queue that shrinks by {@code fall} a minute. */
    private static double limit(double rate, double queue, double fall) {
        Playbook book = Playbook.night();
        double wanted = rate
                + .5
                        * (fall
                                - (queue - book.relief().goalItems())
                                        / (book.failover().offMinute() - 450));
        return Math.round(wanted * 1000) / 1000.0;
    }

    private static Sample backlog(int queue, double rate) {
        Sample s = Nights.sample(1, 440);
        Sample.Leases l = Objects.requireNonNull(s.leases());
        return Nights.with(
                s,
                new Sample.Leases(l.droplets(), l.held(), 0, 0, 0, 0, 0, null, null, rate, 0, null),
                new Sample.Network(queue, Map.of("us-east-1a", queue, "us-east-1b", 1)));
    }

    private static List<Done> play(UnaryOperator<Sample> change) {
        List<Rule> rules = Rule.of(Playbook.night(), HOSTS);
        List<Done> done = new ArrayList<>();
        Nights.good().samples().stream().filter(s -> at(s) >= 0).map(change).forEach(s -> {
            for (Rule rule : rules) {
                rule.decide(at(s), s).forEach(a -> done.add(new Done(at(s), a.operation(), a.parameters())));
            }
        });
        return done;
    }

    private static Done first(List<Done> done, String what) {
        return done.stream().filter(d -> d.what().equals(what)).findFirst().orElseThrow();
    }

    private static double at(Sample s) {
        return Objects.requireNonNull(s.tPlusMinutes());
    }
}
