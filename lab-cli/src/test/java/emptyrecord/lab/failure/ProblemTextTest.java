package emptyrecord.lab.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTextTest {

    private static String of(int status, String body) {
        return ProblemText.of("dwfm (127.0.0.1:7004)", status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String detail) {
        return "{\"detail\":\"" + detail.replace("\"", "\\\"") + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leaseMinutes must be more than 0, not 9; for longer say \"untilHealed\": true"
                        + "|--lease must be more than 0, not 9; for longer say --until-healed",
                "A replay is running; wait for it, or abort it with DELETE /replays/current"
                        + "|A replay is running; wait for it, or stop it with Ctrl-C where it plays",
                "A drill is on; end it with DELETE /drills/current|A drill is on; end it with ./lab drill end",
                "x is not injected; PUT /chaos/lose-lock injects it|x is not injected; inject it with ./lab inject"
                        + " lose-lock",
                "dwfm refused PUT /chaos/host-crash: no step|dwfm refused: no step",
                "java.net.ConnectException: no way|no way",
                "tools.jackson.core.JacksonException|''"
            })
    void theWordsAreThoseOfTheCommandLine(String said, String shown) {
        assertThat(ProblemText.inCommands(said)).isEqualTo(shown);
    }

    @Test
    void aProblemInAProblemIsTakenOut() {
        String inner = "{\\\"detail\\\":\\\"no step 'foo'; it has [down]\\\",\\\"status\\\":400}";
        assertThat(of(400, "{\"detail\":\"dwfm refused PUT /chaos/x: 400 BAD_REQUEST " + inner + "\"}"))
                .isEqualTo("dwfm refused: no step 'foo'; it has [down]");
    }

    @Test
    void anAnswerWithoutAReasonNamesWhoAnswered() {
        assertThat(List.of(of(500, ""), of(502, "<html>bad</html>"), of(500, "{\"a\":1}")))
                .allMatch(s -> s.startsWith("dwfm (127.0.0.1:7004) answered with HTTP status 50"))
                .noneMatch(s -> s.contains("{") || s.contains("<"));
    }

    @Test
    void aTokenThatIsMissingOrWrongSaysWhereTheRightOneIs() {
        assertThat(of(401, problem("This region has a facilitator's token, and this request changes state")))
                .contains("export LAB_TOKEN", "file 'token'");
        assertThat(of(401, problem("That is not this region's facilitator's token.")))
                .contains("LAB_TOKEN is not this region's");
    }

    /** A phrase that no service uses any more would be dead here. */
    @Test
    void everyPhraseIsOneThatAServiceSays() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String module : List.of("service-kit", "control-room")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    sources.append(Files.readString(file)
                            .replaceAll("\"\\s*\\+\\s*\"", "")
                            .replace("\\\"", "\""));
                }
            }
        }
        assertThat(ProblemText.COMMANDS.keySet())
                .allSatisfy(phrase -> assertThat(sources.toString())
                        .contains(phrase.replaceFirst("^abort it with ", "")
                                .replaceFirst("/(replays|scenario-runs)/current", "/")));
    }
}
