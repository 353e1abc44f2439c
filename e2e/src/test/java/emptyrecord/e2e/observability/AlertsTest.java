package emptyrecord.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The required parts of every alert. */
class AlertsTest {

    private final Rules rules = Rules.read();

    @Test
    void everyAlertSaysHowBadItIsAndWhereToLook() {
        Set<String> dashboards =
                Dashboards.all().stream().map(d -> d.path("uid").asString()).collect(Collectors.toSet());
        String runbook = Project.text(Project.file("control-room/src/main/resources/static/runbook.html"));
        assertThat(rules.alerts()).hasSizeGreaterThan(12).allSatisfy(alert -> {
            assertThat(alert.labels()).containsKeys("severity", "chapter");
            assertThat(alert.labels().get("severity")).isIn("critical", "warning");
            assertThat(alert.annotations()).containsKeys("summary", "description");
            String anchor = alert.name().toLowerCase(Locale.ROOT);
            assertThat(alert.annotations().get("runbook_url")).isEqualTo("{{ $externalLabels.runbook }}#" + anchor);
            assertThat(runbook).contains("<h3 id=\"" + anchor + "\">");
            String link = alert.annotations().getOrDefault("dashboard_url", "");
            assertThat(link).startsWith("{{ $externalLabels.grafana }}/d/");
            assertThat(dashboards).contains(link.substring(link.lastIndexOf('/') + 1));
        });
    }

    @Test
    void everyRuleReadsMetricsThatExist() {
        assertThat(rules.exportedMetricsRead()).isNotEmpty().allMatch(ExportedMetrics::exports);
    }

    @Test
    void theNightHasAnExpectationForEveryAlertThatIsNotForDrills() {
        assertThat(rules.alerts())
                .extracting(Rules.Alert::name)
                .containsExactlyInAnyOrderElementsOf(NightsAlerts.names());
    }

    @Test
    void theAlertmanagerKnowsTheAlertsItSilences() {
        Set<String> names = Set.copyOf(NightsAlerts.names());
        String text = Project.text(Project.file("prometheus/alertmanager.yml"));
        assertThat(java.util.regex.Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][A-Za-z]+)+\\b")
                        .matcher(text)
                        .results()
                        .map(m -> m.group())
                        .filter(word -> !word.equals("CanaryBurns")))
                .isNotEmpty()
                .allMatch(names::contains);
    }
}
