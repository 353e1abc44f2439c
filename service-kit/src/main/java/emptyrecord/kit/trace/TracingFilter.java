package emptyrecord.kit.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out all auto-configuration of OpenTelemetry while tracing is off, so that a service starts as fast as without
 * it; and OpenTelemetry's logs and metrics always, because logs are files here and metrics are scraped.
 */
public final class TracingFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> NEVER = List.of("org.springframework.boot.opentelemetry.autoconfigure.logging.");
    private static final List<String> FOR_TRACES = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.",
            "org.springframework.boot.micrometer.tracing.",
            "emptyrecord.kit.trace.OtelConfiguration");

    private boolean on;

    @Override
    public void setEnvironment(Environment environment) {
        on = environment.getProperty("lab.tracing.enabled", Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = keeps(classes[i]);
        }
        return kept;
    }

    private boolean keeps(@Nullable String name) {
        return name == null || !isOf(NEVER, name) && (on || !isOf(FOR_TRACES, name));
    }

    private static boolean isOf(List<String> prefixes, String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
