package emptyrecord.control.page.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.testkit.Scenes;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BeliefsTest {

    private static final Beliefs.Hands IDLE = new Beliefs.Hands(null, null, 0);

    private static Belief of(String controller, Scene scene, Beliefs.Hands hands) {
        return Beliefs.of(scene, Diagnosis.of(scene), hands).stream()
                .filter(b -> b.controller().equals(controller))
                .findFirst()
                .orElseThrow();
    }

    private static Belief of(String controller, Scene scene) {
        return of(controller, scene, IDLE);
    }

    @Test
    void onAQuietDayBeliefAndTruthAgreeEverywhere() {
        Scene scene = Scenes.quiet();
        List<Belief> all = Beliefs.of(scene, Diagnosis.of(scene), IDLE);
        assertThat(all).hasSize(9).noneMatch(Belief::apart);
        assertThat(all).extracting(Belief::is).contains("plan 145 active", "nothing is wrong");
    }

    @Test
    void theSlowEnactorBelievesItsOldPlanIsNewer() {
        Scene scene = Scenes.scene(Nights.sample(1, -1), Scenes.enactors(110L), Scenes.zone(145, true));
        Belief c = of("dns-enactor-c", scene);
        assertThat(c.believes()).isEqualTo("plan 110 is newer");
        assertThat(c.is()).isEqualTo("plan 145 active");
        assertThat(c.apart()).isTrue();
        assertThat(c.feedbackMinutes()).isEqualTo(22.5);
        assertThat(of("dns-enactor-b", scene).apart()).isFalse();
    }

    @Test
    void thePlannerHearsNothingBack() {
        Belief planner = of("dns-planner", Scenes.at(60));
        assertThat(planner.believes()).isEqualTo("plan 146 will be live");
        assertThat(planner.is()).isEqualTo("plan 110 active, deleted");
        assertThat(planner.apart()).isTrue();
        assertThat(planner.feedbackMinutes()).isNull();
    }

    @Test
    void dwfmTakesExpiredAttemptsForWork() {
        Belief dwfm = of("dwfm", Scenes.at(200));
        assertThat(dwfm.apart()).isTrue();
        assertThat(dwfm.is()).isEqualTo("0 % of the work makes a lease");
        assertThat(dwfm.feedbackMinutes()).isGreaterThan(0);
        assertThat(of("dwfm", Scenes.at(-5)).apart()).isFalse();
    }

    @Test
    void theHealthCheckerTakesUnreachableForBroken() {
        Scene quiet = Scenes.at(450);
        Scene scene = new Scene(
                quiet.sample(),
                quiet.minutes(),
                quiet.planner(),
                quiet.enactors(),
                quiet.zone(),
                quiet.dynamo(),
                quiet.droplets(),
                quiet.dwfm(),
                quiet.network(),
                new Scene.Nlb(24, 14, 10, 1, List.of()),
                Map.of());
        Belief checker = of("health checker", scene);
        assertThat(checker.believes()).isEqualTo("10 of 24 nodes broken, us-east-1a out");
        assertThat(checker.is()).isEqualTo("1 of 24 really are");
        assertThat(checker.apart()).isTrue();
        Sample.Nlb seen = Objects.requireNonNull(quiet.sample().nlb());
        assertThat(checker.feedbackMinutes()).isEqualTo(seen.meanResultAgeSeconds() / 60);
    }

    @Test
    void customersWaitToTryAgainWhereNothingCanBeLaunched() {
        assertThat(of("customers, auto scaling", Scenes.at(200)).apart()).isTrue();
        assertThat(of("customers, auto scaling", Scenes.at(-5)).apart()).isFalse();
    }

    @Test
    void operatorsArePartedFromTheCauseUntilTheyActOnIt() {
        Belief idle = of("operators", Scenes.at(200), new Beliefs.Hands(null, null, 43));
        assertThat(idle.believes()).isEqualTo("nothing done yet");
        assertThat(idle.is()).isEqualTo("cause: dwfm");
        assertThat(idle.apart()).isTrue();
        assertThat(idle.feedbackMinutes()).isEqualTo(43);
        Belief elsewhere = of("operators", Scenes.at(200), new Beliefs.Hands(Place.ENACTORS, "install-plan", 43));
        assertThat(elsewhere.apart()).isTrue();
        Belief there = of("operators", Scenes.at(200), new Beliefs.Hands(Place.DWFM, "dwfm-throttle", 110));
        assertThat(there.apart()).isFalse();
    }

    @Test
    void whatNobodySaysIsNotKnownAndNotApart() {
        Scene scene = new Scene(Nights.sample(1, -5), 0, null, List.of(), null, null, null, null, null, null, Map.of());
        assertThat(of("dns-planner", scene).is()).isEqualTo("not known");
        assertThat(of("health checker", scene).apart()).isFalse();
    }
}
