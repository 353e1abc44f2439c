package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.chaos.HostCrash;
import emptyrecord.dwfm.core.call.CallGuard;
import emptyrecord.dwfm.core.host.GuardNames;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README names every existing setting, guard and fault, and no other. */
class ReadmeTest {

    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void settings() {
        Set<String> real = Arrays.stream(DwfmSettings.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(firstColumn("## Settings")).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void guards() {
        List<String> real = Stream.concat(
                        Arrays.stream(GuardNames.values()).map(GuardNames::id),
                        Arrays.stream(CallGuard.values()).map(CallGuard::id))
                .toList();
        assertThat(firstColumn("## Guards")).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void faults() {
        Faults faults = new Faults();
        var unused = new HostCrash(faults, List.of());
        assertThat(firstColumn("## Faults"))
                .containsExactlyInAnyOrderElementsOf(
                        faults.all().stream().map(Fault::name).toList());
    }

    private Set<String> firstColumn(String heading) {
        String section = readme.substring(readme.indexOf(heading) + heading.length());
        section = section.substring(0, section.indexOf("\n## "));
        return Pattern.compile("(?m)^\\| `([^`]+)`")
                .matcher(section)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toSet());
    }
}
