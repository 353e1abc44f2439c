package emptyrecord.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Drunbook.write} the page that the control room serves is written instead of compared. */
class RunbookTest {

    private static final Path SERVED = Path.of("../control-room/src/main/resources/static/runbook.html");

    @Test
    void theControlRoomServesTheRunbookOfTheDocs() throws IOException {
        String page = Runbook.page(Files.readString(Path.of("../docs/observability.md")));
        if (System.getProperty("runbook.write") != null) {
            Files.writeString(SERVED, page);
        }
        assertThat(page).contains("<h3 id=\"regionalrecordempty\">RegionalRecordEmpty</h3>");
        assertThat(Files.readString(SERVED))
                .as("docs/observability.md has changed: mvn -pl workshop test -Dtest=RunbookTest -Drunbook.write")
                .isEqualTo(page);
    }

    @Test
    void aTextWithoutAlertsIsNoRunbook() {
        assertThatThrownBy(() -> Runbook.page("# Dashboards\n\n## Dashboards\n"))
                .hasMessage("the text has no section 'Alerts'");
    }
}
