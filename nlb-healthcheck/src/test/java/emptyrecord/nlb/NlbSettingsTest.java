package emptyrecord.nlb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import emptyrecord.kit.switchboard.Guards;
import emptyrecord.nlb.core.Remedies;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NlbSettingsTest {

    @Test
    void relationsAreCheckedWithASentence() {
        Duration minute = Duration.ofMinutes(1);
        assertThatThrownBy(() -> new NlbSettings.Checks(minute, minute, minute, Duration.ofMinutes(3), 1, 1, 2))
                .hasMessageContaining("nlb.checks.check-time must be shorter");
        assertThatThrownBy(() -> new NlbSettings.Checks(minute, Duration.ofSeconds(1), minute, minute, 1, 1, 2))
                .hasMessageContaining("nlb.checks.late-after must be longer");
    }

    @Test
    void rulesThatWouldNeverWaitAreRefused() {
        assertThatThrownBy(() -> DefaultRules.bound(Map.of("nlb.checkers.replace-unreachable-every", "0m")))
                .hasStackTraceContaining("nlb.checkers.replace-unreachable-every must be longer than 0");
        assertThatThrownBy(() -> DefaultRules.bound(Map.of("nlb.checkers.mean-life", "-1m")))
                .hasStackTraceContaining("nlb.checkers.mean-life must be longer than 0");
        assertThatThrownBy(() -> DefaultRules.bound(Map.of("nlb.checkers.scale-every", "0s")))
                .hasStackTraceContaining("nlb.checkers.scale-every must be longer than 0");
    }

    @Test
    void nodesCarryTheCustomersAndALittleMore() {
        NlbSettings nlb = DefaultRules.bound(Map.of());
        double carried = nlb.nodeConnectionsPerMinute()
                * nlb.nodesPerZone()
                * nlb.zones().size();
        assertThat(24 / carried).isCloseTo(0.84, within(0.001));
    }

    @Test
    void readmeNamesEverySettingAndGuard() {
        assertThat(ReadmeCheck.readme()).contains(names(NlbSettings.class, "nlb"));
        Guards guards = new Guards();
        Remedies.declaredIn(guards, DefaultRules.rules());
        guards.all().forEach(guard -> assertThat(ReadmeCheck.readme()).contains(guard.name()));
    }

    private static List<String> names(Class<?> settings, String prefix) {
        List<String> names = new ArrayList<>();
        for (RecordComponent c : settings.getRecordComponents()) {
            String name =
                    prefix + "." + c.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (c.getType().isRecord()) {
                names.addAll(names(c.getType(), name));
            } else {
                names.add(name);
            }
        }
        return names;
    }
}
