package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEndsTest {

    @TempDir
    Path folder;

    @Test
    void endsAreReadAndALineThatWasCutOffIsLeftOut() throws IOException {
        Path file = folder.resolve("ends.jsonl");
        Files.writeString(file, """
            {"service":"dwfm","pid":11,"status":3,"atSeconds":100,"livedSeconds":12,"againInSeconds":1}
            {"service":"dwfm","pid":12,"status":137,"atSeconds":200,"livedSeconds":99,"againInSeconds":1}
            {"service":"fake-dyn\
            """);
        assertThat(ServiceEnds.of(file)).hasSize(2);
        assertThat(ServiceEnds.newest(ServiceEnds.of(file), Instant.EPOCH).get("dwfm"))
                .satisfies(end -> assertThat(end.words()).isEqualTo("exit status 137: killed (SIGKILL), after 99 s"));
        assertThat(ServiceEnds.newest(ServiceEnds.of(file), Instant.ofEpochSecond(201)))
                .isEmpty();
        assertThat(ServiceEnds.of(folder.resolve("none"))).isEmpty();
    }

    @Test
    void containersThatEndedAreKnownByTheirStatus() {
        assertThat(ComposePlatform.ends(List.of(
                        "{\"Service\":\"dwfm\",\"State\":\"exited\",\"ExitCode\":3}",
                        "{\"Service\":\"fake-dynamo\",\"State\":\"exited\",\"ExitCode\":143}",
                        "{\"Service\":\"dns-planner\",\"State\":\"exited\",\"ExitCode\":0}")))
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.service()).isEqualTo("dwfm");
                    assertThat(end.words())
                            .as("nobody says how long it lived")
                            .contains("out of memory")
                            .doesNotContain("after");
                    assertThat(end.ago(Instant.now())).isEmpty();
                });
        assertThat(new ServiceEnds.End("dwfm", 1, 3, 1000L, 7L, 1).ago(Instant.ofEpochSecond(1120)))
                .isEqualTo(" 2 min ago");
    }
}
