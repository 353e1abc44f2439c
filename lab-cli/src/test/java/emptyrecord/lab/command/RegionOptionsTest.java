package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.platform.TestStarts;
import org.junit.jupiter.api.Test;

class RegionOptionsTest {

    @Test
    void aSpeedOutsideTheUsefulRangeIsRefused() {
        RegionOptions options = new RegionOptions();
        assertThat(options.startOptions(false)).isEqualTo(TestStarts.of(null, null, false));
        options.speed = 1000.0;
        assertThatThrownBy(() -> options.startOptions(false))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("1 and 240");
    }
}
