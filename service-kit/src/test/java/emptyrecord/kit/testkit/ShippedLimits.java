package emptyrecord.kit.testkit;

import emptyrecord.kit.limits.LimitSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

/** The limits that a service is shipped with, read where they stand. */
public final class ShippedLimits {

    private static final Path HOME = Path.of("..");

    private ShippedLimits() {}

    /** @param jar the service's jar without the ending, for example {@code dns-enactor} */
    public static LimitSettings of(String jar) {
        MutablePropertySources sources = new MutablePropertySources();
        for (Path file : new Path[] {
            HOME.resolve(jar + "/src/main/resources/application.yml"),
            HOME.resolve("service-kit/src/main/resources/kit-defaults.yml")
        }) {
            load(file, sources);
        }
        return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate("lab.limits", LimitSettings.class);
    }

    private static void load(Path file, MutablePropertySources into) {
        try {
            new YamlPropertySourceLoader()
                    .load(file.toString(), new FileSystemResource(file))
                    .forEach(into::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
