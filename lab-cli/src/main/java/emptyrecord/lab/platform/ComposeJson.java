package emptyrecord.lab.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import emptyrecord.api.json.Absent;
import emptyrecord.api.json.ContractJson;
import emptyrecord.lab.failure.LabException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What Docker Compose prints as JSON, as far as it is read here. */
final class ComposeJson {

    private static final JsonMapper JSON = ContractJson.MAPPER
            .rebuild()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private ComposeJson() {}

    /**
     * A container, from {@code docker compose ps --format json}.
     *
     * @param exit status of one that has ended
     */
    record Container(
            @JsonProperty("ID") String id,
            @JsonProperty("Service") String service,
            @JsonProperty("ExitCode") int exit,
            @JsonProperty("Publishers") List<Publisher> publishers) {

        Container {
            id = Absent.toEmpty(id);
            service = Absent.toEmpty(service);
            publishers = Absent.toEmpty(publishers);
        }
    }

    /**
     * A port of a container.
     *
     * @param target inside
     * @param published on the host; 0 when it is not
     */
    record Publisher(
            @JsonProperty("TargetPort") int target,
            @JsonProperty("PublishedPort") int published) {}

    /** The stack, from {@code docker compose config --format json}. @param services by name */
    record Config(Map<String, Service> services) {

        Config {
            services = Absent.toEmpty(services);
        }
    }

    record Service(List<Port> ports) {

        Service {
            ports = Absent.toEmpty(ports);
        }
    }

    /**
     * A port that the stack publishes.
     *
     * @param published on the host; empty for any
     */
    record Port(@JsonProperty("host_ip") String host, String published) {

        Port {
            host = host == null ? "127.0.0.1" : host;
            published = Absent.toEmpty(published);
        }
    }

    /** @param lines an object a line, or one array (before Compose 2.21) */
    static List<Container> containers(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .flatMap(line -> List.of(read(line, Container[].class)).stream())
                .toList();
    }

    static Config config(List<String> lines) {
        return read(String.join("\n", lines), Config.class);
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JacksonException e) {
            throw new LabException("what docker compose prints cannot be read; is it Docker Compose 2.20 or newer?");
        }
    }
}
