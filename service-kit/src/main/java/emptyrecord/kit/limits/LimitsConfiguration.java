package emptyrecord.kit.limits;

import emptyrecord.kit.settings.LabSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Bounds the cost of requests, in Tomcat and in the reading of JSON. */
@AutoConfiguration
@EnableConfigurationProperties(LimitSettings.class)
public class LimitsConfiguration {

    @Bean
    RefusedMeters refusedMeters(MeterRegistry meters) {
        return new RefusedMeters(meters);
    }

    /** After Boot's own customizers, whose settings it replaces. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedTomcat(
            LimitSettings limits, LabSettings lab, RefusedMeters refused, ObjectProvider<RefusalForm> forms) {
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                ((BoundedProtocol) connector.getProtocolHandler()).limit(limits, refused);
                // Bodies are bounded where they are read, by path; forms are read from memory.
                connector.setMaxPostSize(-1);
                connector.setMaxParameterCount(limits.parametersMax());
            });
            Refuser refuser = new Refuser(forms.orderedStream().toList(), refused);
            factory.addEngineValves(new BodyFirstValve(limits, refuser));
            new TomcatFolder(lab.dataDir()).useFor(factory);
        };
    }

    /** Bodies of requests are read by a mapper of their own: the service's other one also reads journals and peers. */
    @Bean
    ServerHttpMessageConvertersCustomizer boundedJson(
            LimitSettings limits, List<JsonMapperBuilderCustomizer> customizers) {
        long largest = Math.max(
                limits.bodyMax().toBytes(),
                limits.rooms().stream()
                        .mapToLong(r -> r.bodyMax().toBytes())
                        .max()
                        .orElse(0));
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.jsonDepthMax())
                        .maxTokenCount(limits.jsonTokensMax())
                        .maxDocumentLength(largest)
                        .maxStringLength(Math.toIntExact(largest))
                        .build())
                .build());
        customizers.forEach(customizer -> customizer.customize(builder));
        JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter(builder.build());
        return converters -> converters.withJsonConverter(converter);
    }
}
