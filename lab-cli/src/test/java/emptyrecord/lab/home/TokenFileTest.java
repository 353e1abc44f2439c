package emptyrecord.lab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.kit.safety.FacilitatorToken;
import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    @TempDir
    private Path run;

    private Path file() {
        return run.resolve("region/token");
    }

    @Test
    void aRandomTokenIsForThisUserOnlyAndStaysWithTheRegion() throws IOException {
        TokenFile tokens = new TokenFile(file(), null);
        assertThat(tokens.token()).isEmpty();
        tokens.write(true);

        String text = Files.readString(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(tokens.token()).map(FacilitatorToken::bearer).hasValue("Bearer " + text.strip());
        assertThat(tokens.path()).hasValue(file());

        tokens.write(true);
        assertThat(Files.readString(file())).as("a kept region keeps its token").isEqualTo(text);
    }

    @Test
    void theVariablesTokenWinsAndIsWrittenForLaterCommands() throws IOException {
        new TokenFile(file(), " correct-horse-battery ").write(false);
        assertThat(Files.readString(file())).isEqualTo("correct-horse-battery\n");
        assertThat(new TokenFile(file(), null).token())
                .map(FacilitatorToken::bearer)
                .hasValue("Bearer correct-horse-battery");
        assertThat(new TokenFile(file(), "another-horse").token())
                .map(FacilitatorToken::bearer)
                .hasValue("Bearer another-horse");
    }

    @Test
    void whereNoneIsWantedThereIsNone() {
        new TokenFile(file(), null).write(false);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aTokenThatIsTooShortIsRefusedWithASentence() {
        assertThatThrownBy(() -> new TokenFile(file(), "short").write(false))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("at least 8");
    }
}
