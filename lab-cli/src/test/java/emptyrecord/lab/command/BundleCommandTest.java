package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.Cli;
import emptyrecord.lab.failure.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A played night becomes one file; {@code judge} and {@code verify} take the file for the folder. */
class BundleCommandTest {

    @TempDir
    Path project;

    private Cli cli;
    private Path folder;

    @BeforeEach
    void aPlayedNight() throws IOException {
        cli = new Cli(project);
        folder = Files.createDirectories(project.resolve("20260101-120000-az-lost"));
        try (InputStream settings = open("settings.json")) {
            Files.copy(settings, folder.resolve("settings.json"));
        }
        for (String file : new String[] {"events.jsonl", "samples.jsonl"}) {
            try (InputStream in = new GZIPInputStream(open(file + ".gz"))) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(BundleCommandTest.class.getResourceAsStream("/played-night/" + file), file);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void aBundleIsJudgedAsItsFolderIsWithItsCausesOrWithout() {
        Cli.Ran judged = cli.run("judge", folder.toString());
        assertThat(judged.out()).contains("18 of 18 milestones");
        for (String flag : new String[] {"--open", "--without-causes"}) {
            String file = project.resolve(flag + ".html").toString();
            Cli.Ran written = cli.run("bundle", folder.toString(), "--out", file, flag);
            assertThat(written.status()).as(written.all()).isEqualTo(ExitStatus.OK);
            assertThat(written.out()).contains(file, "MB)");

            Cli.Ran again = cli.run("judge", file);
            assertThat(again.out()).isEqualTo(judged.out());
            assertThat(again.status()).isEqualTo(judged.status());
        }
    }

    @Test
    void aFileThatIsNoBundleAndAPlaceThatCannotBeWrittenAreNamed() throws IOException {
        Path page = Files.writeString(project.resolve("page.html"), "<p>no run</p>");
        for (String command : new String[] {"judge", "verify"}) {
            Cli.Ran ran = cli.run(command, page.toString());
            assertThat(ran.err()).contains("page.html is not a bundle");
            assertThat(ran.status()).isEqualTo(ExitStatus.USAGE);
        }
        Cli.Ran nowhere = cli.run(
                "bundle",
                folder.toString(),
                "--out",
                project.resolve("no/where.html").toString());
        assertThat(nowhere.err()).contains("cannot write the bundle").doesNotContain("Exception");
        assertThat(nowhere.status()).isEqualTo(ExitStatus.ENVIRONMENT);
        assertThat(cli.run("bundle", project.toString()).err()).contains("is not the folder of a run");
    }
}
