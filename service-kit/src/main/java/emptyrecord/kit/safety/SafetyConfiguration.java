package emptyrecord.kit.safety;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Gives every service the filter in front of its HTTP interfaces, the leases of its faults, and the check against
 * exposure.
 */
@AutoConfiguration(beforeName = "emptyrecord.kit.KitConfiguration")
@EnableConfigurationProperties(SafetySettings.class)
public class SafetyConfiguration {

    /** Real time between two looks at the leases. */
    private static final Duration SWEEP = Duration.ofMillis(500);

    @Bean
    FilterRegistrationBean<SafetyFilter> safetyFilter(
            SafetySettings settings,
            ObjectProvider<OpenPaths> open,
            MeterRegistry meters,
            @Value("${server.address:}") String address) {
        Exposure.check(address, settings);
        RequestCheck check =
                new RequestCheck(settings.facilitator(), open.getIfAvailable(OpenPaths::of), settings.hosts());
        FilterRegistrationBean<SafetyFilter> filter = new FilterRegistrationBean<>(new SafetyFilter(check, meters));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FaultLeases faultLeases(Faults faults, IncidentClock clock, EventLog events, IncidentTimer timer) {
        FaultLeases leases = new FaultLeases(faults, clock::wallInstant, events);
        timer.every(clock.toIncident(SWEEP), leases::sweep);
        return leases;
    }
}
