package emptyrecord.control.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.control.core.judge.Report;
import emptyrecord.control.core.judge.Run;
import emptyrecord.control.testkit.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder;

    @Test
    void judgingAFolderAgainGivesTheSameReport() throws IOException {
        Report first = finish(Nights.good());
        String json = Files.readString(folder.resolve("report.json"));
        String html = Files.readString(folder.resolve("report.html"));
        Files.delete(folder.resolve("report.json"));
        Files.delete(folder.resolve("report.html"));

        Report second = RunFolder.judge(folder);

        assertThat(second).isEqualTo(first);
        assertThat(folder.resolve("report.json")).hasContent(json);
        assertThat(folder.resolve("report.html")).hasContent(html);
        assertThat(JudgeFolder.table(second)).contains("Record empty").contains("outcome: PLAYED");
    }

    @Test
    void thePageLoadsNothingFromElsewhere() throws IOException {
        finish(Nights.good());
        String html = Files.readString(folder.resolve("report.html"));
        assertThat(html)
                .contains("uPlot")
                .doesNotContain("/*REPORT*/", "/*CHART_SCRIPT*/", "src=\"http", "href=\"http");
    }

    @Test
    void aFolderThatIsNotARunSaysWhatItMustHold() {
        assertThatThrownBy(() -> RunFolder.judge(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("settings.json");
    }

    private Report finish(Run run) {
        try (RunFolder made = new RunFolder(folder, run.settings())) {
            return made.finish(run.events(), run.samples());
        }
    }
}
