package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names that a shell completes are the services' names, in their sources and in the READMEs. */
class CompletionNamesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern GUARD =
            Pattern.compile("\\b(?:declare|[A-Z][A-Z_]+)\\(\\s*\"((?:dns|droplets|dwfm|nm|nlb)\\.[a-z][a-z-]+)\"");
    private static final Pattern OPERATION = Pattern.compile("new OperationCard\\(\\s*\"([a-z][a-z-]+)\"");

    /** Names of spans look like names of guards, and are none. */
    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("SpanName.java");
    }

    private static Set<String> found(String folder, Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
            for (Path file : files.filter(CompletionNamesTest::isSource).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }

    @Test
    void everyOperationIsCompletedAndNoOther() throws IOException {
        assertThat(CompletionNames.OPERATIONS)
                .containsExactlyElementsOf(
                        found("control-room/src/main/java/emptyrecord/control/operations", OPERATION));
    }

    @Test
    void everyGuardIsCompletedAndNoOther() throws IOException {
        Set<String> guards = new TreeSet<>();
        for (String module : List.of(
                "service-kit",
                "fake-route53",
                "dns-planner",
                "dns-enactor",
                "dwfm",
                "droplets",
                "network-manager",
                "nlb-healthcheck")) {
            guards.addAll(found(module + "/src/main/java", GUARD));
        }
        assertThat(CompletionNames.GUARDS).containsExactlyElementsOf(guards);
    }

    @Test
    void everyFaultStandsInAReadme() throws IOException {
        StringBuilder readmes = new StringBuilder();
        for (String module : List.of(
                "fake-route53",
                "fake-dynamo",
                "dns-planner",
                "dns-enactor",
                "dwfm",
                "droplets",
                "network-manager",
                "nlb-healthcheck")) {
            readmes.append(Files.readString(PROJECT.resolve(module).resolve("README.md")));
        }
        assertThat(CompletionNames.FAULTS)
                .isSorted()
                .allSatisfy(fault -> assertThat(readmes).contains("`" + fault + "`"));
    }
}
