package emptyrecord.customers;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.customers.core.account.Reason;
import emptyrecord.customers.core.account.Result;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.customers.core.stack.Stacks;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README names exactly what exists. */
class ReadmeIT {

    @TempDir
    Path data;

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void namesEveryMetricSettingResultAndReason() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        try (Service service = new Service(data, "--lab.dns-server=127.0.0.1:1", "--customers.clients=1")) {
            assertThat(found("\\bcustomers_[a-z_]+", readme))
                    .isEqualTo(found("^customers_[a-z_]+", service.get("/actuator/prometheus")));
        }
        assertThat(Arrays.stream(CustomersSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(n -> "`" + n.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`"))
                .allSatisfy(setting -> assertThat(readme).contains(setting));
        assertThat(Stream.<Enum<?>>concat(Arrays.stream(Result.values()), Arrays.stream(Reason.values()))
                        .filter(word -> word != Reason.NONE)
                        .map(word -> "`" + word.name().toLowerCase(Locale.ROOT) + "`"))
                .allSatisfy(word -> assertThat(readme).contains(word));
    }

    @Test
    void namesEveryStackInOrder() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        List<String> stacks = Stacks.all().stream().map(Stack::name).toList();
        assertThat(rows.stream().filter(stacks::contains).toList()).isEqualTo(stacks);
    }
}
