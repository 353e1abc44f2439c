package emptyrecord.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The compose files as Docker reads them: .env filled in, the drill's file laid over.
 *
 * @param services by name, as YAML has them
 */
record Compose(Map<String, Map<String, Object>> services) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_0-9]+)(?:(:?[-+?])([^}]*))?}");

    /** @param variables that a shell has set; they win over .env */
    static Compose read(boolean drill, Map<String, String> variables) {
        Map<String, String> all = env();
        all.putAll(variables);
        Map<String, Map<String, Object>> services = services("docker-compose.yml", all);
        if (drill) {
            services("docker-compose.drill.yml", all).forEach((name, over) -> overlay(services.get(name), over));
        }
        return new Compose(services);
    }

    /** What docker compose reads from .env. */
    static Map<String, String> env() {
        Map<String, String> variables = new HashMap<>();
        for (String line : text(".env").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return variables;
    }

    static String text(String file) {
        try {
            return Files.readString(Chart.HOME.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String file, Map<String, String> variables) {
        Map<String, Object> content =
                StrictModel.yaml().load(VARIABLE.matcher(text(file)).replaceAll(v -> quoted(value(v, variables))));
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(content.get("services"));
    }

    private static String quoted(String value) {
        return Matcher.quoteReplacement(value);
    }

    private static String value(MatchResult variable, Map<String, String> variables) {
        String set = variables.get(variable.group(1));
        boolean filled = set != null && !set.isEmpty();
        String form = Objects.requireNonNullElse(variable.group(2), "");
        String word = Objects.requireNonNullElse(variable.group(3), "");
        return switch (form) {
            case ":-" -> filled ? Objects.requireNonNull(set) : word;
            case ":+" -> filled ? word : "";
            case ":?" -> {
                if (!filled) {
                    throw new IllegalArgumentException(variable.group(1) + ": " + word);
                }
                yield Objects.requireNonNull(set);
            }
            default -> Objects.requireNonNullElse(set, word);
        };
    }

    /** Maps are merged, all else is replaced, as Docker does it for the fields that the drill's file has. */
    @SuppressWarnings("unchecked")
    private static void overlay(@Nullable Map<String, Object> base, Map<String, Object> over) {
        over.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map && Objects.requireNonNull(base).get(key) instanceof Map<?, ?> below) {
                Map<String, Object> merged = new LinkedHashMap<>((Map<String, Object>) below);
                merged.putAll((Map<String, Object>) map);
                base.put(key, merged);
            } else {
                Objects.requireNonNull(base).put(key, value);
            }
        });
    }

    Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    /** A service's settings as text. */
    Map<String, String> environment(String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        map(service(name).get("environment"))
                .forEach((k, v) -> settings.put(k, String.valueOf(Objects.requireNonNullElse(v, ""))));
        return settings;
    }

    /** The addresses that are given by hand, and the name of the Service that stands for each on a cluster. */
    Map<String, String> addresses() {
        Map<String, String> names = new LinkedHashMap<>();
        services.forEach((name, service) -> {
            if (service.get("networks") instanceof Map<?, ?> networks) {
                networks.forEach((zone, how) -> {
                    Object address = map(how).get("ipv4_address");
                    if (address != null) {
                        String letter = String.valueOf(zone).substring("zone-".length());
                        names.put(String.valueOf(address), name.equals("fake-dynamo") ? "lb-1" + letter : name);
                    }
                });
            }
        });
        return names;
    }

    /** Published ports inside the container, as {@code 5300/udp}. */
    List<String> ports(String name) {
        List<String> ports = new ArrayList<>();
        for (Object port : list(service(name).get("ports"))) {
            String inside = String.valueOf(port).substring(String.valueOf(port).lastIndexOf(':') + 1);
            ports.add(inside.contains("/") ? inside : inside + "/tcp");
        }
        return ports;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object yaml) {
        return yaml instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object yaml) {
        return yaml instanceof List<?> list ? (List<Object>) list : List.of();
    }
}
