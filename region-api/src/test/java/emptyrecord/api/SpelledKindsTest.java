package emptyrecord.api;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.event.EventKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No module spells the kind of an event out: a spelled kind survives when the constant is renamed, and matches nothing. */
class SpelledKindsTest {

    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    /** It is also a milestone, the outcome of a round, and the word after {@code until} in a scenario. */
    private static final String ALSO_A_MILESTONE = EventKind.RECORD_EMPTY.word();

    @Test
    void mainSourcesNameKindsByTheirConstants() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> sources = modules.map(m -> m.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SpelledKindsTest::sources)
                    .toList();
            assertThat(sources).hasSizeGreaterThan(300);
            assertThat(sources)
                    .allSatisfy(file -> assertThat(spelled(Files.readString(file)))
                            .as(file.toString())
                            .isEmpty());
        }
    }

    @Test
    void aSpelledKindIsFound() {
        assertThat(spelled("events.record(\"lock-lost\", Map.of()); log(\"lock-lost again\"); of(\"record-empty\")"))
                .containsExactly("lock-lost");
    }

    private static Set<String> spelled(String source) {
        Set<String> kinds = Arrays.stream(EventKind.values())
                .map(EventKind::word)
                .filter(w -> !w.equals(ALSO_A_MILESTONE))
                .collect(Collectors.toSet());
        return QUOTED.matcher(source)
                .results()
                .map((MatchResult m) -> m.group(1))
                .filter(kinds::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources(Path folder) {
        try {
            return Files.walk(folder)
                    .filter(f -> f.toString().endsWith(".java") && !f.endsWith("api/event/EventKind.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
