package emptyrecord.kit.ownlog;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The file to which the service's output is redirected.
 *
 * @param file the file, opened for appending; default none, as in containers, whose runtime bounds logs
 * @param bytesMax at which it is turned over, default 2MB; our choice
 */
@Validated
@ConfigurationProperties("lab.own-log")
public record OwnLogSettings(
        @Nullable Path file, @DefaultValue("2MB") @NotNull DataSize bytesMax) {}
