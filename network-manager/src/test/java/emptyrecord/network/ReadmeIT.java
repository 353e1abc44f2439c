package emptyrecord.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README names exactly what exists. */
class ReadmeIT {

    @TempDir
    Path data;

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void namesEveryMetricGuardFaultAndSetting() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        try (Region region = new Region(data)) {
            assertThat(found("\\bnetwork_[a-z_]+", readme))
                    .isEqualTo(found("^network_[a-z_]+", region.get("/actuator/prometheus")));
            assertThat(found("\\bnm\\.[a-z-]+", readme)).isEqualTo(found("\\bnm\\.[a-z-]+", region.get("/guards")));
            assertThat(region.get("/chaos")).contains("\"name\":\"slow-workers\"");
            assertThat(readme).contains("`slow-workers`");
        }
        assertThat(Arrays.stream(NetworkSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(n -> "`" + n.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`"))
                .allSatisfy(setting -> assertThat(readme).contains(setting));
    }
}
