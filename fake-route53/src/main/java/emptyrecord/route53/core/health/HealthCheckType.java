package emptyrecord.route53.core.health;

import java.util.Arrays;

/** The types of health checks that are served, by Route 53's names. */
public enum HealthCheckType {
    HTTP,
    HTTP_STR_MATCH,
    TCP,
    CALCULATED;

    /** @throws IllegalArgumentException that says which types there are */
    public static HealthCheckType parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Health checks of type " + text
                        + " are not served here; use one of " + Arrays.toString(values())));
    }
}
