package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.LabApplication;
import emptyrecord.lab.failure.ExitStatus;
import org.junit.jupiter.api.Test;

class DrillCommandTest {

    @Test
    void wrongWordsAreAnsweredWithTheRightOnes() {
        assertThat(DrillCommand.onOrOff("on")).isTrue();
        assertThat(DrillCommand.onOrOff("off")).isFalse();
        assertThatThrownBy(() -> DrillCommand.onOrOff("yes")).hasMessageContaining("on or off");
        assertThat(LabApplication.run("drill", "start")).isEqualTo(ExitStatus.USAGE);
        assertThat(LabApplication.run("drill", "declare", "panic")).isEqualTo(ExitStatus.USAGE);
    }
}
