package emptyrecord.route53.core.health;

import java.util.Optional;

/**
 * What a health check checks: an endpoint, or other health checks.
 *
 * @param endpoint of every type but CALCULATED
 * @param children of CALCULATED
 * @param inverted whether healthy and unhealthy change places
 * @param disabled whether it is healthy without a look, before it is inverted
 */
public record HealthCheckConfig(
        HealthCheckType type,
        Optional<Endpoint> endpoint,
        Optional<Children> children,
        boolean inverted,
        boolean disabled) {

    public HealthCheckConfig {
        boolean calculated = type == HealthCheckType.CALCULATED;
        if (children.isPresent() != calculated || endpoint.isPresent() == calculated) {
            throw new IllegalArgumentException("A health check of type " + type
                    + (calculated
                            ? " needs ChildHealthChecks and HealthThreshold, and has no endpoint"
                            : " needs an endpoint, and has no ChildHealthChecks"));
        }
        endpoint.ifPresent(e -> checkTexts(type, e.target()));
    }

    private static void checkTexts(HealthCheckType type, ProbeTarget target) {
        if (target.search().isPresent() != (type == HealthCheckType.HTTP_STR_MATCH)) {
            throw new IllegalArgumentException(
                    "SearchString belongs to health checks of type HTTP_STR_MATCH, which need"
                            + " one; this one is of type " + type);
        }
        if (type == HealthCheckType.TCP && target.path().isPresent()) {
            throw new IllegalArgumentException("A health check of type TCP has no ResourcePath");
        }
    }

    /**
     * The status that counts.
     *
     * @param found by the checkers or the children; a new health check is found healthy until there is enough data
     */
    public boolean status(boolean found) {
        return (disabled || found) != inverted;
    }

    int characters() {
        return endpoint.map(e -> e.target().characters()).orElse(0)
                + children.map(Children::characters).orElse(0);
    }

    int checkers() {
        return endpoint.map(e -> e.pace().checkers().size()).orElse(0);
    }
}
