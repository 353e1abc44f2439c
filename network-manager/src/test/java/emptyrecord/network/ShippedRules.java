package emptyrecord.network;

import emptyrecord.kit.switchboard.Guards;
import emptyrecord.network.core.NetworkRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The shipped rules of the service, {@code application.yml} included, so that tests of the core use those. */
public final class ShippedRules {

    private ShippedRules() {}

    /** @param guards where the remedies are declared, so that a test can switch them on */
    public static NetworkRules seeded(Guards guards, long seed) {
        return rules(bound(Map.of()), guards, seed);
    }

    /** The same, and each push takes exactly its cost: a test can name the moment of its end. */
    public static NetworkRules exact(Guards guards) {
        return rules(bound(Map.of("network.spread", "0")), guards, 0);
    }

    private static NetworkRules rules(NetworkSettings settings, Guards guards, long seed) {
        return new RulesFactory(settings, guards, seed, (zone, cost) -> cost).rules();
    }

    private static NetworkSettings bound(Map<String, String> changed) {
        Map<String, Object> all = new HashMap<>();
        for (PropertySource<?> source : application()) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                all.put(name, source.getProperty(name));
            }
        }
        all.putAll(changed);
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("network", NetworkSettings.class)
                .get();
    }

    private static Iterable<PropertySource<?>> application() {
        try {
            return new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
