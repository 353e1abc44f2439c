package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What compose sets in .env has its place in the chart's values, with the same default. */
class ValuesTest {

    /** Of .env, and the value that stands for it. */
    private static final Map<String, String> VALUES = Map.of(
            "SPEED", "speed",
            "SEED", "seed",
            "GUARDS", "guards",
            "UUID_NAMES", "uuidNames",
            "TRACING", "tracing",
            "TAG", "image.tag");

    /** Of .env, and the value that says the same in another form. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "COMPOSE_PROFILES", "observability",
            "ALARM_STORM", "alarmStorm",
            "LAB_TOKEN", "tokenSecret",
            "ZONE_PREFIX", "addresses.prefix");

    /** The user that writes to a folder of the host, which a pod does not. */
    private static final Set<String> OF_THE_HOST = Set.of("LAB_UID", "LAB_GID");

    @Test
    void everyVariableIsAValueOrAPortOfThisMachine() {
        TreeSet<String> known = new TreeSet<>(VALUES.keySet());
        known.addAll(OTHERWISE.keySet());
        known.addAll(OF_THE_HOST);

        assertThat(Compose.env().keySet().stream()
                        .filter(v -> !v.endsWith("_PORT"))
                        .collect(Collectors.toSet()))
                .isEqualTo(known);
    }

    @Test
    void theDefaultsAreTheSame() {
        Map<String, String> defaults = new LinkedHashMap<>();
        VALUES.forEach((variable, value) -> defaults.put(variable, value(value)));

        assertThat(defaults)
                .allSatisfy((variable, value) ->
                        assertThat(value).as(variable).isEqualTo(Compose.env().get(variable)));
        OTHERWISE.values().forEach(value -> assertThat(value(value)).isNotEqualTo("null"));
    }

    private static String value(String path) {
        Map<String, Object> at = StrictModel.yaml().load(Compose.text("deploy/helm/empty-record/values.yaml"));
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            at = Compose.map(at.get(steps[i]));
        }
        return String.valueOf(Objects.requireNonNullElse(at.get(steps[steps.length - 1]), "null"));
    }
}
