package emptyrecord.kit.ownlog;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Bounds the service's own log, if its file is set. */
@AutoConfiguration
@EnableConfigurationProperties(OwnLogSettings.class)
public class OwnLogConfiguration {

    /** Real time between looks; the log may grow by what is written meanwhile. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnProperty("lab.own-log.file")
    OwnLog ownLog(OwnLogSettings settings, IncidentClock clock, IncidentTimer timer) {
        Path file = Objects.requireNonNull(settings.file(), "set, or this bean would not be made");
        OwnLog log = new OwnLog(file, settings.bytesMax().toBytes());
        timer.every(clock.toIncident(EVERY), log::look);
        return log;
    }
}
