package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @Test
    void parametersOfAnOperationAreNumbersFlagsOrWords() {
        assertThat(OperateCommand.keyed(List.of("share=0.27", "on=true", "host=dwfm-1")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("share", 0.27, "on", true, "host", "dwfm-1"));
        assertThatThrownBy(() -> OperateCommand.keyed(List.of("share")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("key=value");
    }

    @Test
    void aSpeedOutsideTheUsefulRangeIsRefused() {
        RegionOptions options = new RegionOptions();
        assertThat(options.wish(false)).isEqualTo(new Wish(null, null, false));
        options.speed = 1000.0;
        assertThatThrownBy(() -> options.wish(false))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("1 and 240");
    }

    @Test
    void anUnknownServiceIsAnsweredWithTheOnesThereAre() {
        assertThatThrownBy(() -> Region.named("dwfn", Region.FIRST.services()))
                .hasMessageContaining("did you mean 'dwfm'?");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(LabApplication.run("replay", "--speed", "fast")).isEqualTo(ExitStatus.USAGE);
        assertThat(LabApplication.run("explode")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void aFolderThatCannotBeVerifiedIsTheEnvironmentsFaultAndSaysWhy(@TempDir Path folder) {
        assertThat(LabApplication.run("verify", folder.toString())).isEqualTo(ExitStatus.ENVIRONMENT);
        assertThat(LabApplication.run("verify", folder.toString(), "--cleanup-age", "0"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(LabApplication.run("verify")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void theTailOfALogIsItsLastLines(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("a.log");
        assertThat(LocalPlatform.tail(log, 2)).isEqualTo("(no log yet)");
        Files.writeString(log, "one\ntwo\nthree\n");
        assertThat(LocalPlatform.tail(log, 2)).isEqualTo("two\nthree");
    }

    @Test
    void noTwoServicesWantTheSamePort() {
        assertThat(Region.FIRST.services().stream().map(ServiceSpec::port)).doesNotHaveDuplicates();
        assertThat(Region.FIRST.services().stream().flatMap(s -> s.otherPorts().stream()))
                .doesNotHaveDuplicates();
    }
}
