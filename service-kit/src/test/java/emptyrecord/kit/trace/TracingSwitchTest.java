package emptyrecord.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.tracer.common.SpanContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** Off, a service has nothing of OpenTelemetry; on, it has all that a trace needs. */
class TracingSwitchTest {

    @Configuration
    @EnableAutoConfiguration
    static class SomeService {}

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(SomeService.class)
            .withPropertyValues(
                    "spring.application.name=some-service",
                    "server.address=127.0.0.1",
                    "lab.data-dir=target/tracing-switch");

    @Test
    void offNothingOfOpenTelemetryIsStarted() {
        service.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Tracing.class)).isSameAs(Tracing.OFF);
            assertThat(((GenericApplicationContext) context.getSourceApplicationContext())
                            .getBeanFactory()
                            .getBeansOfType(Object.class)
                            .values())
                    .extracting(bean -> bean.getClass().getName())
                    .noneMatch(name -> name.startsWith("io.opentelemetry") || name.startsWith("io.micrometer.tracing"));
        });
    }

    @Test
    void onSpansLeaveAndARequestThatNoTraceCausedBeginsNone() {
        service.withPropertyValues(
                        "lab.tracing.enabled=true",
                        "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:9/v1/traces")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Tracing.class)).isInstanceOf(OtelTracing.class);
                    assertThat(context.getBeansOfType(QuietExporter.class)).hasSize(1);
                    assertThat(context).as("exemplars").hasSingleBean(SpanContext.class);
                });
    }
}
