package emptyrecord.race.timed;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.enactor.EnactorSettings;
import emptyrecord.enactor.core.EnactorRules;
import emptyrecord.planner.core.Planner;
import emptyrecord.race.core.Endpoints;
import emptyrecord.race.core.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The simulation uses the services' endpoints and numbers, from their settings. */
class NightRulesTest {

    private static final Pattern ENDPOINT = Pattern.compile("\\{ name: (\\S+), zone: ([^ ,]+)(, ipv6: true)? }");

    @Test
    void theEndpointsAreThePlannersOwn() throws IOException {
        Matcher lines = ENDPOINT.matcher(settingsOf("planner"));
        List<Planner.EndpointName> wanted = lines.results()
                .map(m -> new Planner.EndpointName(m.group(1), m.group(2), m.group(3) != null))
                .toList();
        assertThat(wanted).hasSize(4);
        assertThat(Endpoints.ALL.names()).isEqualTo(wanted);
    }

    @Test
    void theRulesAreTheEnactorsOwn() {
        EnactorRules running = new Binder(new MapConfigurationPropertySource(Map.of("enactor.name", "a")))
                .bindOrCreate("enactor", EnactorSettings.class)
                .rules();
        assertThat(running.pace()).isEqualTo(NightRules.RULES.pace());
        assertThat(running.lockFor()).isEqualTo(NightRules.RULES.lockFor());
        assertThat(running.cleanUp()).isEqualTo(NightRules.RULES.cleanUp());
        assertThat(running.cleanUp().age()).isEqualTo(Setup.NIGHTS_AGE);
        assertThat(running.checkedEndpoint()).isEqualTo(NightRules.RULES.checkedEndpoint());
        assertThat(running.name()).isEqualTo("dns-enactor-a");
    }

    private static String settingsOf(String service) throws IOException {
        for (URL url : Collections.list(NightRulesTest.class.getClassLoader().getResources("application.yml"))) {
            try (InputStream in = url.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (text.contains("\n" + service + ":")) {
                    return text;
                }
            }
        }
        throw new AssertionError("no settings of " + service + " on the class path");
    }
}
