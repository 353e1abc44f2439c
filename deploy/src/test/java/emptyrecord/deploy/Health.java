package emptyrecord.deploy;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A health check as a request and its pace, in seconds.
 *
 * @param request for example {@code 7001/actuator/health}
 * @param starting pace of the checks while it starts
 * @param startsWithin time it has for that
 */
record Health(String request, int every, int within, int failures, int starting, int startsWithin) {

    private static final Pattern BASH = Pattern.compile("/dev/tcp/127\\.0\\.0\\.1/(\\d+);.*GET (\\S+) HTTP");
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)(/\\S*)?");

    /** The request that a tool of another's image makes. */
    private static final Map<String, String> TOOLS = Map.of("promtool", "/-/ready", "amtool", "/api/v2/status");

    static Health of(Map<String, Object> check) {
        return new Health(
                request(Compose.list(check.get("test"))),
                seconds(check, "interval"),
                seconds(check, "timeout"),
                Integer.parseInt(String.valueOf(check.get("retries"))),
                seconds(check, "start_interval"),
                seconds(check, "start_period"));
    }

    private static String request(List<Object> test) {
        String text = String.join(" ", test.stream().map(String::valueOf).toList());
        Matcher bash = BASH.matcher(text);
        if (bash.find()) {
            return bash.group(1) + bash.group(2);
        }
        Matcher url = URL.matcher(text);
        if (!url.find()) {
            throw new IllegalArgumentException("no known health check: " + text);
        }
        String asked = Objects.requireNonNullElse(url.group(2), "");
        return url.group(1) + (asked.isEmpty() ? Objects.requireNonNull(TOOLS.get(test.get(1))) : asked);
    }

    private static int seconds(Map<String, Object> check, String key) {
        return Integer.parseInt(String.valueOf(check.get(key)).replace("s", ""));
    }

    static Health of(Container c) {
        var ready = c.getReadinessProbe();
        var start = c.getStartupProbe();
        return new Health(
                port(c, ready.getHttpGet().getPort().getStrVal())
                        + ready.getHttpGet().getPath(),
                ready.getPeriodSeconds(),
                ready.getTimeoutSeconds(),
                ready.getFailureThreshold(),
                start.getPeriodSeconds(),
                start.getPeriodSeconds() * start.getFailureThreshold());
    }

    private static int port(Container c, String name) {
        return c.getPorts().stream()
                .filter(p -> p.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getContainerPort();
    }
}
