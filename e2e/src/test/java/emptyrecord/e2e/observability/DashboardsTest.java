package emptyrecord.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Checks of the dashboards that need neither Grafana nor a region. */
class DashboardsTest {

    private static final int GRID_WIDTH = 24;

    /** The lowest row that a screen of 1080 lines shows, in grid units of 38 pixels, under Grafana's own bar. */
    private static final int ONE_SCREEN = 24;

    private final List<JsonNode> dashboards = Dashboards.all();

    private record Box(String title, int x, int y, int w, int h) {
        static Box of(JsonNode panel) {
            JsonNode at = panel.path("gridPos");
            return new Box(
                    panel.path("title").asString(),
                    at.path("x").asInt(),
                    at.path("y").asInt(),
                    at.path("w").asInt(),
                    at.path("h").asInt());
        }

        boolean overlaps(Box other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }

    private static String uid(JsonNode dashboard) {
        return dashboard.path("uid").asString();
    }

    private List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        dashboards.forEach(d -> d.path("panels").forEach(panels::add));
        return panels;
    }

    @Test
    void theStoryIsHomeAndEveryChapterHasADashboard() {
        assertThat(dashboards)
                .extracting(DashboardsTest::uid)
                .containsExactlyInAnyOrder("night", "dns", "dwfm", "network-manager", "nlb", "customers", "lab");
        assertThat(dashboards).allSatisfy(d -> {
            assertThat(d.path("refresh").asString()).isIn("1s", "2s");
            assertThat(d.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(42);
            assertThat(d.path("id").isNull()).isTrue();
        });
    }

    @Test
    void panelsStandSideBySideInTheGrid() {
        for (JsonNode dashboard : dashboards) {
            List<Box> boxes = new ArrayList<>();
            Set<Integer> ids = new TreeSet<>();
            for (JsonNode panel : dashboard.path("panels")) {
                Box box = Box.of(panel);
                assertThat(boxes).as("%s: %s", uid(dashboard), box).noneMatch(box::overlaps);
                assertThat(box.x() + box.w()).as("%s: %s", uid(dashboard), box).isBetween(1, GRID_WIDTH);
                assertThat(ids.add(panel.path("id").asInt()))
                        .as("%s: id of %s", uid(dashboard), box)
                        .isTrue();
                boxes.add(box);
            }
            if (uid(dashboard).equals("night")) {
                assertThat(boxes).allMatch(b -> b.y() + b.h() <= ONE_SCREEN);
            }
        }
    }

    @Test
    void everyPanelSaysWhatItIsAndWhatToLookFor() {
        assertThat(panels()).allSatisfy(panel -> {
            assertThat(panel.path("title").asString()).isNotBlank();
            assertThat(panel.path("description").asString()).startsWith("What to look for: ");
            JsonNode defaults = panel.path("fieldConfig").path("defaults");
            assertThat(defaults.path("unit").asString()).isNotBlank();
            assertThat(defaults.path("thresholds").path("steps").size()).isPositive();
            assertThat(panel.path("interval").asString()).isEqualTo("1s");
            assertThat(panel.path("targets").size()).isPositive();
        });
    }

    @Test
    void everythingAsksTheProvisionedPrometheus() {
        assertThat(Project.text(Project.file("grafana/provisioning/datasources/prometheus.yml")))
                .contains("uid: prometheus", "timeInterval: 1s");
        for (JsonNode panel : panels()) {
            List<JsonNode> sources = new ArrayList<>(List.of(panel.path("datasource")));
            panel.path("targets").forEach(t -> sources.add(t.path("datasource")));
            assertThat(sources)
                    .allSatisfy(s -> assertThat(s.path("uid").asString()).isEqualTo("prometheus"));
        }
    }

    @Test
    void everyDashboardShadesFaultsOperatorsAndPhases() {
        assertThat(dashboards).allSatisfy(dashboard -> {
            List<JsonNode> annotations = Dashboards.annotations(dashboard);
            assertThat(annotations)
                    .filteredOn(a -> a.path("enable").asBoolean())
                    .extracting(a -> a.path("target").path("expr").asString())
                    .anyMatch(e -> e.contains("fault_injected"))
                    .anyMatch(e -> e.contains("control_operator_action"))
                    .anyMatch(e -> e.contains("control_phase"));
            assertThat(annotations).allSatisfy(a -> {
                assertThat(a.path("datasource").path("uid").asString()).isEqualTo("prometheus");
                assertThat(a.path("target").path("interval").asString()).isEqualTo("1s");
                assertThat(a.path("titleFormat").asString()).isNotBlank();
            });
        });
    }

    @Test
    void everyQueryReadsMetricsThatExist() {
        Set<String> recorded = Rules.read().recorded().keySet();
        assertThat(Dashboards.queries()).allSatisfy(query -> {
            Set<String> read = PromQl.metrics(query.expr());
            assertThat(read).as("%s", query).isNotEmpty();
            assertThat(read)
                    .as("%s", query)
                    .allMatch(metric -> recorded.contains(metric) || ExportedMetrics.exports(metric));
        });
    }
}
