package emptyrecord.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prometheus' own check of its files, and the rules against series of a replay. Skipped without promtool. */
class PromtoolTest {

    private final Optional<Path> promtool = Project.program("promtool");

    @BeforeEach
    void isThere() {
        assumeTrue(promtool.isPresent(), "no promtool on the PATH; Debian has it in the package prometheus");
    }

    @Test
    void theScrapeConfigurationsAreValid() {
        check(List.of("check", "config"), List.of(file("prometheus.yml"), file("local.yml"), file("drill.yml")));
    }

    @Test
    void theRulesAreValid() {
        check(List.of("check", "rules", "--lint=all", "--lint-fatal"), Project.files("prometheus/rules", ".yml"));
    }

    @Test
    void alertsFireInTheirPhaseAndAreQuietInASteadyRegion() {
        List<Path> tests = Project.files("prometheus/tests", ".yml");
        assertThat(tests).isNotEmpty();
        check(List.of("test", "rules"), tests);
    }

    private static Path file(String name) {
        return Project.file("prometheus").resolve(name);
    }

    private void check(List<String> verb, List<Path> files) {
        List<String> command = new ArrayList<>();
        command.add(promtool.orElseThrow().toString());
        command.addAll(verb);
        files.forEach(f -> command.add(f.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
