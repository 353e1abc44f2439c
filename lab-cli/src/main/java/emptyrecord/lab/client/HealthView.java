package emptyrecord.lab.client;

import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Routes;
import emptyrecord.api.json.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A service's health, in the format of Spring Boot's actuator.
 *
 * @param components parts by name
 */
record HealthView(String status, Map<String, Component> components) {

    static final String PATH = Routes.HEALTH;

    /** Status of HTTP when all is well. */
    static final int UP = 200;

    private static final Resource<HealthView> HEALTH = Resource.of(PATH, HealthView.class);

    HealthView {
        status = status == null ? "not up" : status;
        components = Absent.toEmpty(components);
    }

    /** @param details figures of any type */
    record Component(String status, Map<String, JsonNode> details) {

        Component {
            status = Absent.toEmpty(status);
            details = Absent.toEmpty(details);
        }

        private String words(String name) {
            List<String> words = new ArrayList<>();
            details.forEach((key, value) -> words.add(value.isString() ? value.asString() : key + " " + value));
            return name + (words.isEmpty() ? "" : ": " + String.join(", ", words));
        }
    }

    /** Empty when the body is no such JSON. */
    static Optional<HealthView> read(String body) {
        return HEALTH.read(body);
    }

    /** The parts that are not up, each with its details. */
    String ill() {
        List<String> ill = new ArrayList<>();
        components.forEach((name, part) -> {
            if (!part.status().equals("UP")) {
                ill.add(part.words(name));
            }
        });
        return ill.isEmpty() ? status : String.join("; ", ill);
    }
}
