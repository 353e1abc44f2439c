package emptyrecord.lab.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.client.Change;
import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.FaultView;
import emptyrecord.lab.Cli;
import emptyrecord.lab.RegionDouble;
import emptyrecord.lab.failure.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults are cleared wherever a service answers. */
class HealIT {

    private static final FaultView INJECTED = new FaultView(
            "throttle",
            "m",
            "share",
            0,
            1,
            Map.of("half", .5),
            null,
            new FaultView.Injected(.5, null, Instant.EPOCH, null));

    private static final Change<FaultView> CLEAR = Changes.clear(INJECTED.name());

    @TempDir
    Path project;

    private Cli cli;
    private RegionDouble region;

    @BeforeEach
    void aFaultIsOnAndOneServiceIsDead() throws IOException {
        assumeTrue(System.getenv("LAB_RUN") == null, "LAB_RUN moves the folders that are looked at");
        cli = new Cli(project);
        region = new RegionDouble(project);
        region.shows("fake-dynamo", Resources.FAULTS, List.of(INJECTED)).takes(CLEAR, INJECTED);
        region.end("dwfm");
    }

    @AfterEach
    void asItWas() {
        region.close();
        cli.close();
    }

    private Cli.Ran heal(String... words) {
        String[] all = new String[words.length + 3];
        System.arraycopy(new String[] {"--name", RegionDouble.NAME, "heal"}, 0, all, 0, 3);
        System.arraycopy(words, 0, all, 3, words.length);
        return cli.run(all);
    }

    @Test
    void aDeadServiceKeepsNoOtherFaultOnAndIsNamed() {
        Cli.Ran ran = heal();
        assertThat(ran.out()).contains("fake-dynamo: throttle cleared");
        assertThat(ran.err()).contains("no answer from dwfm");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }

    @Test
    void onlyTheServiceThatIsMeantIsAsked() {
        Cli.Ran ran = heal("throttle", "--service", "fake-dynamo");
        assertThat(ran.out()).contains("fake-dynamo: throttle cleared");
        assertThat(ran.status()).as(ran.err()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void aRefusalIsSaidAndIsNoSilence() {
        region.refuses(CLEAR, 401, "This region has a facilitator's token, and this");
        Cli.Ran ran = heal("--service", "fake-dynamo");
        assertThat(ran.err()).contains("export LAB_TOKEN").doesNotContain("no answer");
    }
}
