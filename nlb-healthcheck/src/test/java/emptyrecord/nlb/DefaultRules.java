package emptyrecord.nlb;

import emptyrecord.nlb.core.CheckingRules;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The rules of a service without a single setting, so that tests of the core play what is delivered. */
public final class DefaultRules {

    private static final CheckingRules RULES = NlbConfiguration.rules(bound(Map.of()));

    private DefaultRules() {}

    public static CheckingRules rules() {
        return RULES;
    }

    static NlbSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("nlb", NlbSettings.class);
    }
}
