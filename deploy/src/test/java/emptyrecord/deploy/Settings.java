package emptyrecord.deploy;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Settings of both sides in words that can be compared: addresses by the name that they belong to. */
final class Settings {

    private static final String SECRET = "(the facilitator's token)";

    /** Of the first load balancer in fake-dynamo's pod; the next ones follow. */
    private static final int FIRST_BALANCER_PORT = 8001;

    private Settings() {}

    /** The settings that the chart has to have for a compose service. */
    static Map<String, String> translated(Compose compose, String service) {
        Map<String, String> wanted = new TreeMap<>();
        compose.environment(service).forEach((setting, value) -> {
            switch (setting) {
                // The token takes its place: a cluster's network is not the region's alone.
                case "LAB_OWNNETWORK" -> {}
                // Published ports, which the log names after a start. A cluster publishes none; NOTES.txt names the
                // way.
                case "CONTROL_ADDRESSES_CONTROLROOM", "CONTROL_ADDRESSES_GRAFANA", "CONTROL_ADDRESSES_PROMETHEUS" -> {}
                case "LAB_TOKEN" -> wanted.put(setting, SECRET);
                // A Service answers where resolvers ask, and one address serves all zones.
                case "LAB_DNSSERVER" ->
                    wanted.put(setting, named(compose.addresses(), value).replace(":5300", ":53"));
                default -> wanted.put(setting, named(compose.addresses(), value));
            }
            if (setting.matches("DYNAMO_LOADBALANCERS_\\d_ADDRESS")) {
                // A pod has one address; each load balancer has a port of it and a Service with an address.
                int index = setting.charAt("DYNAMO_LOADBALANCERS_".length()) - '0';
                wanted.put(setting, "0.0.0.0");
                wanted.put(setting.replace("ADDRESS", "PORT"), String.valueOf(FIRST_BALANCER_PORT + index));
            }
        });
        return wanted;
    }

    static String value(EnvVar variable) {
        return variable.getValueFrom() != null
                ? variable.getValueFrom().getSecretKeyRef() != null ? SECRET : "(from elsewhere)"
                : Objects.requireNonNullElse(variable.getValue(), "");
    }

    /** The text with each address that has a name replaced by it. */
    static String named(Map<String, String> addresses, String text) {
        String found = text;
        for (Map.Entry<String, String> each : addresses.entrySet()) {
            found = found.replaceAll(
                    "(?<![0-9.])" + each.getKey().replace(".", "\\.") + "(?![0-9])", "<" + each.getValue() + ">");
        }
        return found;
    }
}
