package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.run.Sight;
import emptyrecord.control.testkit.PlayedNight;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.play.Evidence;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must be seen, looked for in a night that was played: where it happened it is found, where it did not it is not. */
class PlayedNightTest {

    /** The record was found to have stayed empty at T+3.4. */
    private static final double RACE_DONE = 3.4;

    private final PlayedNight night = new PlayedNight();
    private final ScenarioFiles files = new ScenarioFiles();

    private List<Sight> look(String scenario, Evidence evidence) {
        Scenario read = files.shipped(scenario);
        return read.mustSee().stream().map(evidence::look).toList();
    }

    private static List<String> missed(List<Sight> sights) {
        return sights.stream().filter(s -> !s.met()).map(Sight::name).toList();
    }

    @Test
    void theNightHasAllThatNoNightMayLack() {
        Evidence all = night.evidence(-22, 872, Map.of("race", RACE_DONE));
        assertThat(look("the-night", all))
                .hasSize(10)
                .allSatisfy(s ->
                        assertThat(s.met()).as("%s: %s", s.name(), s.detail()).isTrue());
    }

    @Test
    void theQuietMinutesBeforeItHaveNothingOfIt() {
        Evidence quiet = night.evidence(-22, -1, Map.of("race", -22.0));
        assertThat(missed(look("the-night", quiet))).hasSize(10);
    }

    @Test
    void theQuietMinutesAreAQuietDayAndTheNightIsNone() {
        assertThat(missed(look("nothing-wrong", night.evidence(-22, -1, Map.of()))))
                .isEmpty();
        assertThat(missed(look("nothing-wrong", night.evidence(0, 400, Map.of()))))
                .contains(
                        "the name always answers",
                        "no lease is missed",
                        "no zone leaves DNS",
                        "customers' DynamoDB calls work",
                        "customers get instances",
                        "no record is emptied");
    }

    @Test
    void theNightsOutageIsNoShortOneAndDnsIsNoServersTrouble() {
        Map<String, Double> steps = Map.of(
                "outage", 0.0, "dns-back", 157.0, "launches-down", 266.0, "restart-4", 299.0, "no-throttle", 340.0);
        Evidence night157 = night.evidence(0, 345, steps);
        assertThat(missed(look("short-outage-that-heals", night157))).contains("most leases outlive it");
        assertThat(missed(look("long-outage-that-does-not", night157)))
                .as("the night is a long outage; only its cached answers last longer")
                .isSubsetOf("customers' DynamoDB calls work again", "customers cannot call DynamoDB");
    }

    @Test
    void slowClientsAreFoundAfterThePlanByHandAndNotBeforeIt() {
        Map<String, Double> after = Map.of("plan-by-hand", 157.0, "dns-back", 158.0);
        assertThat(missed(look("slow-clients-after-recovery", night.evidence(0, 200, after))))
                .as("the long outage lost the leases, the caches behaved the same")
                .containsExactly("most leases are kept");
        Map<String, Double> calm = Map.of("plan-by-hand", -20.0, "dns-back", -19.0);
        assertThat(missed(look("slow-clients-after-recovery", night.evidence(-22, -1, calm))))
                .contains("the record is emptied", "customers still have nothing to try");
    }
}
