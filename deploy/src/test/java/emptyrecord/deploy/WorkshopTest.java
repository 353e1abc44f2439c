package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workshop's script, with programs in place of helm and kubectl that write down how they were called. */
class WorkshopTest {

    private static final Path SCRIPT = Chart.HOME.resolve("deploy/workshop/workshop");
    private static final Path FAKES = Path.of("src/test/resources/fakes").toAbsolutePath();
    private static final Pattern SET = Pattern.compile("--set(?:-string)? ([A-Za-z.]+)=(\\S+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** @param text standard output and error */
    private record Run(int exit, String text) {}

    @BeforeEach
    void anEmptyCluster() throws IOException {
        Files.createDirectory(cluster());
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return run(FAKES + ":" + System.getenv("PATH"), Map.of(), arguments);
    }

    private Run run(String path, Map<String, String> more, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        builder.environment().put("CALLS", folder.resolve("calls").toString());
        builder.environment().put("CLUSTER", cluster().toString());
        builder.environment().put("LAB_RUNS", folder.resolve("runs").toString());
        builder.environment().putAll(more);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), text);
    }

    private List<String> calls(String start) throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream()
                .filter(c -> c.startsWith(start))
                .toList();
    }

    private List<String> tokens(int teams) throws IOException {
        List<String> tokens = new ArrayList<>();
        for (int team = 1; team <= teams; team++) {
            tokens.add(Files.readString(cluster().resolve("workshop-" + team + "/token")));
        }
        return tokens;
    }

    @Test
    void tenTeamsAreTenRegionsThatShareNoAddress() throws IOException, InterruptedException {
        Run up = run("up", "--teams", "10", "--", "--set", "drill=true", "--set", "observability=false");

        assertThat(up.exit()).as(up.text()).isZero();
        List<String> releases = calls("helm upgrade --install region ");
        assertThat(releases).hasSize(10);
        Set<String> addresses = new HashSet<>();
        Set<String> namespaces = new HashSet<>();
        for (String release : releases) {
            namespaces.add(release.replaceAll(".*--namespace (\\S+) .*", "$1"));
            Chart.region(values(release)).all(Service.class).stream()
                    .map(s -> s.getSpec().getClusterIP())
                    .filter(a -> !a.equals("None"))
                    .forEach(a -> assertThat(addresses.add(a)).as(a).isTrue());
        }
        assertThat(namespaces).hasSize(10).contains("workshop-1", "workshop-10");
        assertThat(addresses).hasSize(10 * 14).contains("10.43.0.40", "10.43.0.233");
    }

    /** The values of a call as YAML. */
    private static String values(String call) {
        StringBuilder yaml = new StringBuilder();
        Matcher set = SET.matcher(call);
        Map<String, String> addresses = new TreeMap<>();
        while (set.find()) {
            String[] path = set.group(1).split("\\.");
            if (path[0].equals("addresses")) {
                addresses.put(path[1], set.group(2));
            } else if (path.length == 2) {
                yaml.append(path[0] + ": {" + path[1] + ": " + set.group(2) + "}\n");
            } else if (!path[0].equals("tokenSecret")) {
                yaml.append(path[0] + ": " + set.group(2) + "\n");
            }
        }
        return yaml + "addresses: {prefix: " + addresses.get("prefix") + ", first: " + addresses.get("first") + "}\n";
    }

    @Test
    void aNamespaceIsLabelledAndRestricted() throws IOException, InterruptedException {
        run("up", "--teams", "1");

        HasMetadata namespace = StrictModel.read(Files.readString(cluster().resolve("workshop-1/namespace.yaml")))
                .getFirst();
        assertThat(namespace.getKind()).isEqualTo("Namespace");
        assertThat(namespace.getMetadata().getLabels())
                .containsEntry("empty-record/workshop", "workshop")
                .containsEntry("empty-record/team", "1")
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @Test
    void tokensAreSecretsThatOnlyTheirCommandPrints() throws IOException, InterruptedException {
        Run up = run("up", "--teams", "2");
        List<String> tokens = tokens(2);

        assertThat(tokens).doesNotHaveDuplicates().allMatch(t -> t.matches("[0-9a-f]{48}"));
        String called = Files.readString(folder.resolve("calls"));
        tokens.forEach(t -> assertThat(up.text() + called).doesNotContain(t));
        assertThat(run("tokens").text())
                .isEqualTo("workshop-1  %s%nworkshop-2  %s%n".formatted(tokens.get(0), tokens.get(1)));
    }

    @Test
    void anotherUpKeepsTheTokens() throws IOException, InterruptedException {
        run("up", "--teams", "1");
        List<String> before = tokens(1);
        run("up", "--teams", "2");

        assertThat(tokens(1)).isEqualTo(before);
    }

    @Test
    void downRemovesAllByTheirLabel() throws IOException, InterruptedException {
        run("up", "--teams", "3");
        Run down = run("down");

        assertThat(down.exit()).isZero();
        assertThat(calls("kubectl delete"))
                .containsExactly("kubectl delete namespaces -l empty-record/workshop=workshop");
        assertThat(run("tokens"))
                .isEqualTo(new Run(
                        1,
                        "workshop: the cluster has no workshop 'workshop'; start one with: workshop up --teams 10\n"));
    }

    @Test
    void aRegionThatDoesNotComeUpIsNamed() throws IOException, InterruptedException {
        Run up = run(FAKES + ":" + System.getenv("PATH"), Map.of("SICK", "workshop-2"), "up", "--teams", "2");

        assertThat(up.exit()).isEqualTo(1);
        assertThat(up.text()).contains("the region in workshop-2 is not ready after 600 s; look with: kubectl -n");
    }

    @Test
    void theBoardGathersTheDrillsOfAllTeams() throws IOException, InterruptedException {
        run("up", "--teams", "2");
        Path run = Files.createDirectories(cluster().resolve("workshop-2/runs/2026-01-01-drill"));
        for (String file : List.of("drill.json", "settings.json", "debrief.html", "samples.jsonl")) {
            Files.writeString(run.resolve(file), "{}");
        }
        Files.createDirectories(cluster().resolve("workshop-2/runs/2026-01-01-replay"));

        // Whether ./lab has jars here or not: the files are in place before it is called.
        Run board = run(FAKES + ":" + System.getenv("PATH"), Map.of("LAB_BUILD", "never"), "board");

        Path kept = folder.resolve("runs/workshop-2");
        assertThat(kept.resolve("2026-01-01-drill")).as(board.text()).isDirectoryContaining("glob:**/drill.json");
        assertThat(kept.resolve("2026-01-01-drill/settings.json")).exists();
        assertThat(kept.resolve("2026-01-01-drill/samples.jsonl")).doesNotExist();
        assertThat(kept.resolve("2026-01-01-replay")).doesNotExist();
        assertThat(folder.resolve("runs/workshop-1")).isEmptyDirectory();
    }

    @Test
    void aMissingProgramIsNamed() throws IOException, InterruptedException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("dirname", "sed", "cat")) {
            program(tools.resolve(tool), which(tool));
        }

        Run up = run(tools.toString(), Map.of(), "up", "--teams", "2");
        assertThat(up.exit()).isEqualTo(4);
        assertThat(up.text()).startsWith("workshop: needs kubectl and found none on the PATH; install it");

        program(tools.resolve("kubectl"), FAKES.resolve("kubectl"));
        assertThat(run(tools.toString(), Map.of(), "up", "--teams", "2").text())
                .startsWith("workshop: needs helm and found none on the PATH; install Helm");
    }

    private static void program(Path file, Path real) throws IOException {
        Files.writeString(file, "#!/bin/sh\nexec " + real + " \"$@\"\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path which(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(f -> Path.of(f, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wrongArgumentsAreRefusedWithASentence() throws IOException, InterruptedException {
        for (List<String> wrong : List.of(
                List.of("up"),
                List.of("up", "--teams", "many"),
                List.of("up", "--teams", "0"),
                List.of("up", "--teams"),
                List.of("up", "--teams", "2", "--services", "10.96"),
                List.of("up", "--teams", "2", "--name", "No Name"),
                List.of("down", "--all"),
                List.of("dance"))) {
            Run run = run(wrong.toArray(String[]::new));
            assertThat(run.exit()).as("%s: %s", wrong, run.text()).isEqualTo(2);
            assertThat(run.text()).startsWith("workshop: ");
        }
        assertThat(Objects.requireNonNull(cluster().toFile().list())).isEmpty();
    }
}
