package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The dev container's file keeps to the published schema, and forwards the ports that the region has. */
class DevContainerTest {

    private static final String SCHEMA = "/devcontainer/devContainer.base.schema.json";
    private static final Path HOME = Path.of("..");

    /** A published port: {@code "127.0.0.1:${DNS_PORT-5300}:5300/tcp"}. */
    private static final Pattern PUBLISHED = Pattern.compile("\"127\\.0\\.0\\.1:\\$\\{[A-Z0-9_]+-(\\d+)}:\\d+");

    private static JsonNode file() throws IOException {
        return new JsonMapper().readTree(Files.readString(HOME.resolve(".devcontainer/devcontainer.json")));
    }

    private static List<String> problems(JsonNode document) throws IOException {
        try (InputStream text = Objects.requireNonNull(DevContainerTest.class.getResourceAsStream(SCHEMA))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(new JsonMapper().readTree(text));
            return schema.validate(document).stream().map(Error::toString).toList();
        }
    }

    @Test
    void keepsToThePublishedSchema() throws IOException {
        assertThat(problems(file())).isEmpty();
    }

    /** The check can fail: a misspelt key, a wrong unit, an action that does not exist. */
    @ParameterizedTest
    @CsvSource({
        "'', forwardedPorts, '[]'",
        "/hostRequirements, memory, '\"8 GB\"'",
        "/portsAttributes/7000, onAutoForward, '\"openPage\"'",
        "'', forwardPorts, '[70000]'",
        "'', waitFor, '\"ever\"'"
    })
    void aWrongFileIsRefused(String at, String key, String value) throws IOException {
        JsonNode wrong = file();
        ((ObjectNode) wrong.at(at)).set(key, new JsonMapper().readTree(value));

        assertThat(problems(wrong)).isNotEmpty();
    }

    @Test
    void thePortsAreThoseOfTheContainersAndOfTheProcesses() throws IOException {
        Set<Integer> published = new TreeSet<>();
        PUBLISHED
                .matcher(Files.readString(HOME.resolve("docker-compose.yml")))
                .results()
                .forEach(m -> published.add(Integer.valueOf(m.group(1))));
        Set<Integer> forwarded = new TreeSet<>();
        file().path("forwardPorts").forEach(p -> forwarded.add(p.asInt()));

        assertThat(forwarded)
                .hasSizeGreaterThan(10)
                .isEqualTo(published)
                .containsAll(RegionLayout.FIRST.services().stream()
                        .map(ServiceSpec::port)
                        .toList());
    }

    @Test
    void everyPortHasALabelAndOnlyThePageOpensByItself() throws IOException {
        JsonNode attributes = file().path("portsAttributes");
        Set<String> forwarded = new TreeSet<>();
        file().path("forwardPorts").forEach(p -> forwarded.add(p.asString()));

        assertThat(Set.copyOf(attributes.propertyNames())).isEqualTo(forwarded);
        assertThat(attributes.properties()).allSatisfy(port -> {
            assertThat(port.getValue().path("label").asString()).isNotBlank();
            assertThat(port.getValue().path("onAutoForward").asString())
                    .isEqualTo(port.getKey().equals("7000") ? "openBrowser" : "silent");
        });
    }

    @Test
    void itFitsTheSmallestHostedMachine() throws IOException {
        assertThat(file().at("/hostRequirements/cpus").asInt()).isEqualTo(2);
        assertThat(file().at("/hostRequirements/memory").asString()).isEqualTo("8gb");
    }
}
