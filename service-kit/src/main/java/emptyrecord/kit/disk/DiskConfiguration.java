package emptyrecord.kit.disk;

import emptyrecord.kit.settings.LabSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** {@code /actuator/health} checks the data disk, under the name {@code dataDisk}. */
@AutoConfiguration
@EnableConfigurationProperties(DiskSettings.class)
public class DiskConfiguration {

    @Bean
    HealthIndicator dataDiskHealthIndicator(LabSettings lab, DiskSettings disk) {
        return new DataDiskHealth(lab.dataDir(), disk.freeMin());
    }
}
