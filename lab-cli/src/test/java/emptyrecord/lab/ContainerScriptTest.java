package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program {@code lab} of the image, with a stand-in for java that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class ContainerScriptTest {

    private static final Path SCRIPT = Path.of("src/main/container/lab");

    @Test
    void argumentsGoToTheCommandLineAndItsExitStatusComesBack(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '[%s]' \"$@\"\nexit 3\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh", SCRIPT.toString(), "drill", "start", "the-night", "--team", "night shift", "");
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));

        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(said)
                .startsWith("[-XX:+UseSerialGC]")
                .endsWith("[-Dlab.home=/lab][-jar][/app/lab.jar][drill][start][the-night][--team][night shift][]");
    }

    /** Compose's run has no program before the arguments, and kubectl exec names it. */
    @Test
    void theImageStartsIt() throws IOException {
        assertThat(Files.readString(Path.of("../Dockerfile")))
                .contains("COPY --chmod=755 lab-cli/src/main/container/lab /usr/local/bin/\n")
                .endsWith("ENTRYPOINT [\"lab\"]\n");
    }
}
