package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.scenario.reader.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command that the workshop kit quotes is one that {@code ./lab} takes, with those options and names. */
class WorkshopCommandsTest {

    private static final Path KIT = Path.of("../docs/workshop");

    /** In a code block a command has its line; in prose and tables it stands between back quotes. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^(\\./lab [^\\n]+)$|`(\\./lab [^`\\n]+)`");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static final CommandLine LAB = LabApplication.commandLine();
    private static final List<String> SCENARIOS = new ScenarioFiles().names();

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> files = Files.walk(KIT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                COMMAND.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .forEach(commands::add);
            }
        }
        return commands.stream().distinct().sorted().toList();
    }

    /** Placeholders of the cards stand for a value. */
    private static String[] arguments(String command) {
        return WORD.matcher(command.replace(" --speed N", " --speed 6"))
                .results()
                .skip(1)
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .toArray(String[]::new);
    }

    private static CommandLine.ParseResult parsed(String command) {
        CommandLine.ParseResult result = LAB.parseArgs(arguments(command));
        while (result.hasSubcommand()) {
            result = result.subcommand();
        }
        return result;
    }

    @Test
    void thereAreCommandsOfAllKinds() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(30).anyMatch(c -> c.contains("--name team-1"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsOne(String command) {
        assertThatCode(() -> parsed(command)).as(command).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aDrillIsOfAScenarioThatExists(String command) {
        CommandLine.ParseResult result = parsed(command);
        if (result.commandSpec().name().equals("start")) {
            String scenario = result.matchedPositionalValue(0, "");
            assertThat(scenario.equals("NAME") || SCENARIOS.contains(scenario))
                    .as(command)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"./lab drill begin x", "./lab up --pace 6", "./lab race --walk"})
    void aWrongCommandIsFound(String command) {
        assertThatThrownBy(() -> parsed(command)).isInstanceOf(CommandLine.ParameterException.class);
    }
}
