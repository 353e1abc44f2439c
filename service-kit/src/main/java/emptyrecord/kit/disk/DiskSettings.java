package emptyrecord.kit.disk;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Free space that the service's data disk must have.
 *
 * @param freeMin free bytes below which the service is not healthy; default 16MB, some nights' journals; our choice
 */
@Validated
@ConfigurationProperties("lab.disk")
public record DiskSettings(@DefaultValue("16MB") @NotNull DataSize freeMin) {}
