package emptyrecord.nlb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds the README against what the service really has. */
final class ReadmeCheck {

    private static final Pattern METER = Pattern.compile("\\bnlb_[a-z_]+");

    private ReadmeCheck() {}

    static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void everyMeterIsNamed(String scrape) {
        Set<String> exported = scrape.lines()
                .filter(line -> line.startsWith("# TYPE nlb_"))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named =
                METER.matcher(readme()).results().map(m -> m.group()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(exported);
    }
}
