package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.facts.AwsMinutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayFormTest {

    @Test
    void theFormOffersAReplayToAwssDeclaredEnd() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/static/js/replay.js")))
                .contains("\"until T+ minutes\", \"" + AwsMinutes.END + "\"");
    }
}
