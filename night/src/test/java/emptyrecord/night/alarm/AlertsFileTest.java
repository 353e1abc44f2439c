package emptyrecord.night.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.catalogue.Threshold;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.PlayedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Drill alarms are those of prometheus/rules/alerts.yml and alertmanager.yml: names, waits, thresholds, and when they fire. */
class AlertsFileTest {

    private final List<Sample> samples = PlayedRun.samples();

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void everyDrillAlarmHasTheWaitsOfItsRule(AlarmKind kind) throws IOException {
        AlertsFile.Rule rule = AlertsFile.alerts().get(kind.title());
        assertThat(rule).isNotNull();
        assertThat(kind.forMinutes()).isEqualTo(rule.forSeconds());
        assertThat(kind.keepMinutes()).isEqualTo(rule.keepSeconds());
    }

    static Stream<Arguments> thresholds() {
        return Stream.of(
                Arguments.of("LeasesLost", "< %s and", Thresholds.LEASES_MOST),
                Arguments.of("LeasesLost", "[10m]) > %s", Thresholds.LEASES_HELD),
                Arguments.of("LeaseGoodputCollapsed", "< %s * dwfm:", Thresholds.GOODPUT_COLLAPSED),
                Arguments.of("LeaseGoodputCollapsed", "held:ratio < %s", Thresholds.LEASES_HALF),
                Arguments.of("LeaseGoodputCollapsed", "\"dynamodb\"} > %s", Thresholds.CANARY_GREEN),
                Arguments.of("DwfmQueueBeyondDeadline", "minutes > %s", Thresholds.QUEUE_DEADLINE),
                Arguments.of("NetworkStateLate", "minutes > %s", Thresholds.DELAY_LATE),
                Arguments.of("NlbResultsLate", "> %s", Thresholds.RESULTS_LATE),
                Arguments.of("NlbCapacityBelowDemand", "ratio > %s", Thresholds.CONNECTIONS_FAIL),
                Arguments.of("CanaryBurnsFast", "increase1m >= %s", Thresholds.CANARY_COUNTED),
                Arguments.of("EnactorLosesLock", ">= %s", Thresholds.LOCK_LOSSES),
                Arguments.of("StalePlanActive", "> %s", Thresholds.PLAN_CLEANED_UP));
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void aRuleHasTheThresholdOfTheCatalogue(String alert, String part, Threshold threshold) throws IOException {
        assertThat(Objects.requireNonNull(AlertsFile.alerts().get(alert)).expr())
                .contains(part.formatted(threshold.number()));
    }

    @Test
    void windowsAndFactorsOfTheRulesAreThoseOfTheDrill() throws IOException {
        Map<String, AlertsFile.Rule> alerts = AlertsFile.alerts();
        assertThat(Objects.requireNonNull(alerts.get("EnactorStuck")).expr())
                .contains("[%ds]".formatted(Math.round(AutomationAlarms.STUCK)));
        assertThat(Thresholds.CANARY_BURNS.value()).isEqualTo(14.4 * .01);
        assertThat(Objects.requireNonNull(alerts.get("CanaryBurnsFast")).expr()).contains("> 14.4 * 0.01");
    }

    static Stream<Arguments> seenInSamples() {
        return Stream.of(
                Arguments.of(AlarmKind.REGIONAL_RECORD_EMPTY, ""),
                Arguments.of(AlarmKind.LEASES_LOST, ""),
                Arguments.of(AlarmKind.LEASE_GOODPUT_COLLAPSED, ""),
                Arguments.of(AlarmKind.DWFM_QUEUE_BEYOND_DEADLINE, ""),
                Arguments.of(AlarmKind.NETWORK_STATE_LATE, ""),
                Arguments.of(AlarmKind.NLB_RESULTS_LATE, ""),
                Arguments.of(AlarmKind.NLB_ZONE_WITHDRAWN, "us-east-1a"),
                Arguments.of(AlarmKind.NLB_ZONE_WITHDRAWN, "us-east-1c"),
                Arguments.of(AlarmKind.NLB_CAPACITY_BELOW_DEMAND, ""),
                Arguments.of(AlarmKind.CANARY_BURNS_FAST, "dynamodb"),
                Arguments.of(AlarmKind.CANARY_BURNS_FAST, "internal-tool"),
                Arguments.of(AlarmKind.CANARY_BURNS_FAST, "launch"),
                Arguments.of(AlarmKind.CANARY_BURNS_FAST, "connection"));
    }

    /** Evaluated from the file itself, sample by sample: no minute of the recorded night differs. */
    @ParameterizedTest
    @MethodSource("seenInSamples")
    void onTheRecordedNightADrillAlarmFiresExactlyWhenItsRuleDoes(AlarmKind kind, String subject) throws IOException {
        PromQl rules = new PromQl(samples, AlertsFile.recorded());
        boolean[] expected =
                rules.firing(Objects.requireNonNull(AlertsFile.alerts().get(kind.title())), subject);
        List<Double> differ = new ArrayList<>();
        int fired = 0;
        AlarmWatch watch = new AlarmWatch(false);
        for (int i = 0; i < samples.size(); i++) {
            double minute = Objects.requireNonNull(samples.get(i).tPlusMinutes());
            watch.see(minute, samples.get(i), List.of());
            boolean firing = watch.firing().contains(new Alarm(kind, subject));
            fired += firing ? 1 : 0;
            if (firing != expected[i]) {
                differ.add(minute);
            }
        }
        assertThat(differ).isEmpty();
        assertThat(fired).as("samples in which it fired").isPositive();
    }

    @Test
    void inhibitionIsThatOfAlertmanager() throws IOException {
        List<Inhibition.Rule> expected = AlertsFile.inhibitRules().stream()
                .map(AlertsFileTest::inhibition)
                .toList();
        assertThat(Inhibition.RULES).isEqualTo(expected);
    }

    @SuppressWarnings("unchecked")
    private static Inhibition.Rule inhibition(Map<String, Object> rule) {
        List<String> targets = (List<String>) rule.get("target_matchers");
        List<String> equal = (List<String>) rule.getOrDefault("equal", List.of());
        return new Inhibition.Rule(
                value((List<String>) rule.get("source_matchers"), "alertname"),
                value(targets, "alertname"),
                value(targets, "canary"),
                String.join(",", equal));
    }

    /** The value of a matcher such as {@code alertname =~ "A|B"}; empty when there is none. */
    private static String value(List<String> matchers, String label) {
        return matchers.stream()
                .filter(m -> m.startsWith(label + " "))
                .map(m -> m.replaceFirst("^\\w+ =~? ", "").replace("\"", ""))
                .findFirst()
                .orElse("");
    }
}
