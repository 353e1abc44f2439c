package emptyrecord.kit.trace;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.settings.LabSettings;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.SplittableRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Tracing is on: connects the kit's spans with the SDK that Spring Boot sets up. */
@AutoConfiguration
public class OtelConfiguration {

    @Bean
    Tracing tracing(
            @Value("${spring.application.name}") String service,
            Tracer tracer,
            IncidentClock clock,
            LabSettings lab,
            TracingSettings settings) {
        SplittableRandom chance = new SplittableRandom(lab.seed() * 31 + service.hashCode());
        return new OtelTracing(tracer, clock, new KeptTraces(settings.checks(), chance));
    }

    /** What the kit begins has been decided; a request from outside is kept if its caller's trace is. */
    @Bean
    Sampler sampler() {
        return Sampler.parentBased(new OwnRoots());
    }

    @Bean
    SpanProcessor incidentMinutes(IncidentClock clock) {
        return new IncidentMinutes(clock);
    }

    /** A viewer that does not answer costs the service one line. */
    @Bean
    static BeanPostProcessor quietExporters() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter ? new QuietExporter(exporter) : bean;
            }
        };
    }
}
