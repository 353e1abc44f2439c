package emptyrecord.droplets;

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
                .map(name -> name.replaceFirst("(droplets_check_seconds)_(count|sum|max)$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void namesEveryMetricFaultAndSetting() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        try (Service service = new Service(data)) {
            assertThat(found("\\bdroplets_[a-z_]+", readme))
                    .isEqualTo(found("^droplets_[a-z_]+", service.get("/actuator/prometheus")));
            assertThat(service.get("/chaos")).contains("\"name\":\"slow-handshake\"");
            assertThat(readme).contains("`slow-handshake`");
            assertThat(service.get("/state"))
                    .matches(state -> found("\"[a-z]+(_[a-z]+)+\"", state).stream()
                            .allMatch(word -> readme.contains(word.replace('"', '`'))));
        }
        assertThat(Arrays.stream(DropletsSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(n -> "`" + n.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`"))
                .allSatisfy(setting -> assertThat(readme).contains(setting));
    }
}
