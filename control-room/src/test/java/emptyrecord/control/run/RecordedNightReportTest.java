package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.testkit.PlayedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded night is judged from its folder, and its report is the one that was kept, field by field. */
class RecordedNightReportTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        PlayedFolder.into(folder);
    }

    @Test
    void theReportIsTheOneThatWasKept() throws IOException {
        JudgeFolder.judge(folder);
        JsonNode report = JSON.readTree(Files.readString(folder.resolve("report.json")));
        JsonNode kept = JSON.readTree(bytes("report.json"));
        assertThat(report.propertyNames()).containsExactlyElementsOf(kept.propertyNames());
        kept.properties()
                .forEach(field -> assertThat(report.get(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = PlayedFolder.open(file)) {
            return in.readAllBytes();
        }
    }
}
