package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.LabException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperateCommandTest {

    @Test
    void parametersOfAnOperationAreNumbersFlagsOrWords() {
        assertThat(OperateCommand.keyed(List.of("share=0.27", "on=true", "host=dwfm-1")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("share", 0.27, "on", true, "host", "dwfm-1"));
        assertThatThrownBy(() -> OperateCommand.keyed(List.of("share")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("key=value");
    }
}
