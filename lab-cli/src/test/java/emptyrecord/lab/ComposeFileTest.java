package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml describes the services as {@link RegionLayout} does, and follows its own rules. */
class ComposeFileTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_0-9]+)[:+-]?-?([^}]*)}");

    private static final String TOOLS = "lab";

    private static String text = "";
    private static Map<String, Map<String, Object>> services = Map.of();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void read() throws IOException {
        text = Files.readString(HOME.resolve("docker-compose.yml"));
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        Map<String, Object> file = new Yaml(new SafeConstructor(options)).load(text);
        services = (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String service, String... path) {
        Map<String, Object> at = Objects.requireNonNull(services.get(service), service);
        for (String step : path) {
            at = (Map<String, Object>) Objects.requireNonNull(at.get(step), step);
        }
        return at;
    }

    @Test
    void everyServiceHasTheJarThePortAndTheHeapThatItHasAsALocalProcess() {
        assertThat(RegionLayout.FIRST.services()).allSatisfy(service -> {
            assertThat(map(builderOf(service), "build", "args"))
                    .containsEntry("SERVICE", service.jar())
                    .containsEntry("HEAP", service.heapMegabytes() + "m");
            assertThat(map(service.name(), "environment")).containsEntry("SERVER_PORT", service.port());
            assertThat(map(service.name(), "environment").keySet()).containsAll(toldElsewhere(service));
            assertThat(String.valueOf(map(service.name(), "healthcheck").get("test")))
                    .contains("/dev/tcp/127.0.0.1/" + service.port() + ";");
            assertThat(text).contains("PORT-" + service.port() + "}:" + service.port() + "\"");
        });
    }

    /** The one builder of an image: start-up caches differ from build to build, so no other build may replace it. */
    private static String builderOf(ServiceSpec service) {
        Object image = Objects.requireNonNull(map(service.name()).get("image"));
        List<String> builders = services.entrySet().stream()
                .filter(s -> image.equals(s.getValue().get("image")))
                .filter(s -> s.getValue().containsKey("build"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(builders).as("who builds %s", image).hasSize(1);
        services.forEach((name, other) -> {
            if (image.equals(other.get("image")) && !other.containsKey("build")) {
                assertThat(other).as(name).containsEntry("pull_policy", "never");
            }
        });
        return builders.getFirst();
    }

    /**
     * Settings that refer to other services must be set in containers too; nodes have addresses of their own network.
     */
    private static List<String> toldElsewhere(ServiceSpec service) {
        return service.environment().keySet().stream()
                .filter(variable -> !variable.equals("NLB_NODEADDRESS"))
                .toList();
    }

    @Test
    void anEnactorIsTheOneThatItsNameSays() {
        for (String letter : List.of("a", "b", "c")) {
            assertThat(map("dns-enactor-" + letter, "environment")).containsEntry("ENACTOR_NAME", letter);
        }
    }

    @Test
    void nothingIsPrivilegedUnboundedOrOpenToTheOutside() {
        services.forEach((name, service) -> {
            assertThat(service)
                    .as(name)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("init", true)
                    .containsKeys("mem_limit", "logging", "security_opt");
            assertThat(service.getOrDefault("ports", List.of()))
                    .asList()
                    .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:"));
        });
    }

    @Test
    void aServiceThatDiesIsStartedAgainAsItIsAsALocalProcess() {
        assertThat(services.keySet())
                .contains(TOOLS)
                .allSatisfy(name -> assertThat(map(name))
                        .as(name)
                        .containsEntry("restart", name.equals(TOOLS) ? "no" : "unless-stopped"));
    }

    /**
     * Nobody wants the command line up beside the region. {@code docker compose run} makes again what a service depends
     * on when a variable differs, such as {@code SPEED}: then a question about the region would end it.
     */
    @Test
    void theCommandLineIsStartedOnlyWhenItIsRunAndStartsNothing() {
        assertThat(map(TOOLS)).containsEntry("profiles", List.of("tools")).doesNotContainKey("depends_on");
        assertThat(map(TOOLS)).doesNotContainKey("network_mode");
        assertThat(map(TOOLS, "environment").get("LAB_DNSSERVER"))
                .isEqualTo(map("control-room", "environment").get("LAB_DNSSERVER"));
    }

    @Test
    void imagesOfOthersArePinned() {
        services.values().stream()
                .map(s -> String.valueOf(s.get("image")))
                .filter(image -> !image.startsWith("empty-record/"))
                .forEach(image -> assertThat(image).matches("[a-z/]+:v?[0-9]+(\\.[0-9]+)+"));
    }

    @Test
    void whatCanBeSetIsInTheEnvFileWithTheSameDefault() throws IOException {
        Map<String, String> defaults = new HashMap<>();
        for (String line : Files.readAllLines(HOME.resolve(".env"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                defaults.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        Set<String> used = new TreeSet<>(Set.of("COMPOSE_PROFILES"));
        VARIABLE.matcher(text).results().forEach(v -> {
            used.add(v.group(1));
            if (!v.group(1).equals("ALARM_STORM")) {
                assertThat(defaults).containsEntry(v.group(1), v.group(2));
            }
        });
        assertThat(defaults.keySet()).isEqualTo(used);
    }
}
