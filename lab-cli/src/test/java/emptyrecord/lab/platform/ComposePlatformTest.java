package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposePlatformTest {

    private static final String PLANNER = """
        {"ID":"0123456789abcdef","Service":"dns-planner","State":"running","Publishers":[\
        {"URL":"127.0.0.1","TargetPort":7002,"PublishedPort":17002,"Protocol":"tcp"}]}\
        """;
    private static final String EDGE = """
        {"ID":"fedcba987654","Service":"edge","State":"running","Publishers":[\
        {"URL":"127.0.0.1","TargetPort":7000,"PublishedPort":17000,"Protocol":"tcp"},\
        {"URL":"","TargetPort":7006,"PublishedPort":0,"Protocol":"tcp"}]}\
        """;

    /** Docker as far as these tests need it: answers by the beginning of the command, and records the commands. */
    private static final class DockerDouble extends ComposeCommand {

        private final Map<String, Result> answers = new LinkedHashMap<>();
        private final List<String> asked = new ArrayList<>();

        DockerDouble() {
            super(Path.of("."));
        }

        DockerDouble answer(String command, int exit, String... lines) {
            answers.put(command, new Result(exit, List.of(lines)));
            return this;
        }

        @Override
        Result run(Consumer<String> say, Map<String, String> environment, boolean errors, List<String> arguments) {
            String command = String.join(" ", arguments);
            asked.add(environment.isEmpty() ? command : environment + " " + command);
            return answers.entrySet().stream()
                    .filter(e -> command.startsWith(e.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(new Result(0, List.of()));
        }
    }

    private final DockerDouble docker = new DockerDouble();
    private final ComposePlatform platform = new ComposePlatform(docker, line -> {});

    @Test
    void aServiceIsReachedWhereItsPortIsPublishedAlsoByAContainerWhoseNetworkItShares() {
        docker.answer("compose ps", 0, PLANNER, EDGE);

        assertThat(platform.named("dns-planner").url()).hasToString("http://127.0.0.1:17002");
        assertThat(platform.named("control-room").url()).hasToString("http://127.0.0.1:17000");
        assertThat(platform.named("nlb-healthcheck").url())
                .as("what is not published keeps its port")
                .hasToString("http://127.0.0.1:7006");
        assertThat(platform.living()).containsEntry("dns-planner", "0123456789ab");
        assertThat(platform.isUp()).isFalse();
    }

    @Test
    void composeBefore221PrintsOneArray() {
        assertThat(ComposePlatform.containers(List.of("[" + PLANNER + "," + EDGE + "]")))
                .isEqualTo(ComposePlatform.containers(List.of(PLANNER, EDGE)))
                .hasSize(2);
    }

    @Test
    void aStartWithoutTheOldDataForgetsItFirstAndSaysOnlyWhatWasWished() {
        platform.start(TestStarts.of(120.0, null, false), services -> {});

        assertThat(docker.asked)
                .containsExactly(
                        "compose --profile * down -v --remove-orphans", "{SPEED=120} compose up -d --build --wait");
    }

    @Test
    void aStartOnTheOldDataKeepsItsVolumes() {
        platform.start(TestStarts.of(null, null, true), services -> {});

        assertThat(docker.asked).containsExactly("compose up -d --build --wait");
    }

    @Test
    void uuidNamesAreAskedForThroughTheEnvironment() {
        platform.start(new StartOptions(null, null, true, true, false, false, false, null), services -> {});

        assertThat(docker.asked).containsExactly("{UUID_NAMES=true} compose up -d --build --wait");
    }

    @Test
    void moreLoadBalancersThanTheThreeNetworksHaveAreRefusedWithTheWayThatTakesThem() {
        assertThatThrownBy(() -> platform.start(
                        new StartOptions(null, null, false, false, false, false, false, 100), services -> {}))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("three load balancers")
                .hasMessageContaining("./lab up --load-balancers 100");
        assertThat(docker.asked).isEmpty();
    }

    @Test
    void tracingIsAskedForWithItsViewer() {
        assumeTrue(System.getenv("COMPOSE_PROFILES") == null, "other profiles would stay");
        platform.start(new StartOptions(null, null, true, false, false, false, true, null), services -> {});

        assertThat(docker.asked).hasSize(1);
        assertThat(docker.asked.getFirst())
                .contains("TRACING=true", "COMPOSE_PROFILES=tracing", "compose up -d --build --wait");
    }

    @Test
    void aFailedStartShowsWhatDockerSaid() {
        docker.answer("compose up", 1, "container dwfm is unhealthy");

        assertThatThrownBy(() -> platform.start(TestStarts.of(null, 7L, true), services -> {}))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("dwfm is unhealthy");
    }

    @Test
    void theSpeedOfAStartIsTheOneThatDockerWouldRead(@TempDir Path folder) throws IOException {
        assumeTrue(System.getenv("SPEED") == null, "SPEED comes before .env");
        ComposePlatform here = new ComposePlatform(new ComposeCommand(folder), line -> {});
        StartOptions noWish = TestStarts.of(null, null, false);
        assertThat(here.speed(noWish)).isEqualTo(StartOptions.DEFAULT_SPEED);
        Files.writeString(folder.resolve(".env"), "# SPEED=1\nSPEED='180' # fast\nSEED=7\n");
        assertThat(here.speed(noWish)).isEqualTo(180);
        assertThat(here.speed(TestStarts.of(30.0, null, false))).isEqualTo(30);
    }

    @Test
    void memoryIsReadAsDockerWritesIt() {
        docker.answer("compose ps", 0, PLANNER).answer("stats", 0, "0123456789ab 131.5MiB / 208MiB");

        assertThat(platform.mebibytes()).containsExactly(Map.entry("dns-planner", 132L));
        assertThat(ComposePlatform.mebibytes("1.5GiB")).isCloseTo(1536, within(.01));
        assertThat(ComposePlatform.mebibytes("512KiB")).isCloseTo(.5, within(.01));
        assertThat(ComposePlatform.mebibytes("0B")).isZero();
    }

    @Test
    void withoutAnEngineTheDoctorLooksNoFurther() {
        docker.answer("version", 1);

        assertThat(platform.examine()).singleElement().satisfies(f -> {
            assertThat(f.ok()).isFalse();
            assertThat(f.advice()).contains("install or start Docker");
        });
    }

    @Test
    void anOldComposeIsFoundOut() {
        docker.answer("version", 0, "26.1.5")
                .answer("compose version", 0, "2.17.3")
                .answer("info", 0, "8000000000")
                .answer("compose config", 0, "{\"services\":{}}");

        assertThat(platform.examine())
                .filteredOn(f -> !f.ok())
                .singleElement()
                .satisfies(f -> assertThat(f.advice()).contains("2.20 or newer"));
    }
}
