package emptyrecord.kit.trace;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives every service its {@link Tracing}: none, unless {@link OtelConfiguration} has made one. */
@AutoConfiguration(afterName = "emptyrecord.kit.trace.OtelConfiguration")
@EnableConfigurationProperties(TracingSettings.class)
public class TracingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Tracing tracing() {
        return Tracing.OFF;
    }
}
