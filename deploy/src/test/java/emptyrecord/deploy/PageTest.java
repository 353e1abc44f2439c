package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/kubernetes.md says what the chart has; {@code -Dkubernetes.write} writes its table again. */
class PageTest {

    private static final Path PAGE = Chart.HOME.resolve("docs/kubernetes.md");
    private static final String BEGIN = "<!-- shared with compose: begin -->\n";
    private static final String END = "<!-- shared with compose: end -->\n";

    @Test
    void theTableIsTheChartsAndTheComposeFiles() throws IOException {
        Compose compose = Compose.read(false, Map.of());
        Region region = Chart.region("");
        assertThat(Parity.differences(compose, region)).isEmpty();
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String table = "\n" + SharedTable.text(compose, region) + "\n";
        assertThat(begin).isGreaterThan(BEGIN.length());
        if (System.getProperty("kubernetes.write") != null) {
            Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
            return;
        }
        assertThat(page.substring(begin, end))
                .as("write it again: mvn -pl deploy -am test -Dtest=PageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dkubernetes.write")
                .isEqualTo(table);
    }

    @Test
    void everyValueAndNoOtherIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, Object> values = StrictModel.yaml().load(Compose.text("deploy/helm/empty-record/values.yaml"));

        TreeSet<String> all = new TreeSet<>();
        values.forEach((name, value) -> {
            if (value instanceof Map<?, ?> below) {
                below.keySet().forEach(k -> all.add(name + "." + k));
            } else {
                all.add(name);
            }
        });
        TreeSet<String> told = Pattern.compile("(?m)^\\| (`[^|]+`) \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(section(page, "## Values"))
                .results()
                .flatMap(row -> List.of(row.group(1).replace("`", "").split(", ")).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(all);
    }

    /** The sums of a region in the section on sizes are those of the manifests. */
    @Test
    void theSizesAreTheChartsSums() throws IOException {
        String sizes = section(Files.readString(PAGE), "## Sizes");

        assertThat(sizes)
                .contains(sum(Chart.region("")) + " MiB")
                .contains(sum(Chart.region(Objects.requireNonNull(Chart.VALUES.get("small")))) + " MiB")
                .contains(Chart.region("").pods().size() + " pods");
    }

    private static long sum(Region region) {
        return region.containers().values().stream()
                .map(p ->
                        String.valueOf(p.container().getResources().getLimits().get("memory")))
                .mapToLong(m -> Long.parseLong(m.replace("Mi", "")))
                .sum();
    }

    private static String section(String page, String heading) {
        int begin = page.indexOf(heading + "\n");
        assertThat(begin).as(heading).isNotNegative();
        int end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end);
    }
}
