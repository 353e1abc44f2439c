package emptyrecord.dwfm;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The shipped settings of the service, {@code application.yml} included, so that the simulation uses those. */
public final class ShippedSettings {

    private static final DwfmSettings SETTINGS = bound(Map.of());

    private ShippedSettings() {}

    public static DwfmSettings get() {
        return SETTINGS;
    }

    public static LeaseParameters leaseParameters() {
        return SETTINGS.leaseParameters();
    }

    /** The same with some settings changed, for example {@code dwfm.deadline} to {@code 40s}. */
    static DwfmSettings bound(Map<String, String> changed) {
        Map<String, Object> all = new HashMap<>();
        for (PropertySource<?> source : application()) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                all.put(name, source.getProperty(name));
            }
        }
        all.putAll(changed);
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("dwfm", DwfmSettings.class);
    }

    private static List<PropertySource<?>> application() {
        try {
            return new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
