package emptyrecord.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressReaderTest {

    @Test
    void readsHowManyStepsAreExplainedAlsoWhereTheLineIsBroken() {
        List<String> heard = new ArrayList<>();
        ProgressReader reader = new ProgressReader(9, (explained, logged) -> heard.add(explained + "/" + logged));
        List.of(
                        "TLC2 Version 2.19",
                        "<<\"explained\", 3, [a |-> 1], <<>>>>",
                        "<< \"explained\",",
                        "   7,",
                        "   [a |-> 2] >>",
                        "Model checking completed. No error has been found.")
                .forEach(reader::line);
        assertThat(heard).containsExactly("3/9", "7/9");
    }
}
