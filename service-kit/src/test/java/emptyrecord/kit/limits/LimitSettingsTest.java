package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitSettingsTest {

    private static LimitSettings with(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("lab.limits", LimitSettings.class);
    }

    @Test
    void aPathHasItsOwnRoomOrTheOneForAll() {
        LimitSettings limits = with(Map.of(
                "lab.limits.rooms[0].prefix", "/large/",
                "lab.limits.rooms[0].body-max", "1MB",
                "lab.limits.rooms[0].bodies-max", "2MB"));
        assertThat(limits.room("/large/thing").bodyMax().toMegabytes()).isEqualTo(1);
        assertThat(limits.room("/largest").bodyMax().toKilobytes()).isEqualTo(64);
    }

    @Test
    void limitsThatContradictEachOtherAreRefusedWithTheirNames() {
        assertThatThrownBy(() -> with(Map.of("lab.limits.body-max", "1MB")))
                .rootCause()
                .hasMessageContaining("bodies-max 262144B");
        assertThatThrownBy(() -> with(Map.of("lab.limits.header-time", "0s")))
                .rootCause()
                .hasMessageContaining("header-time");
        assertThatThrownBy(() -> with(Map.of("lab.limits.header-max", "1MB")))
                .rootCause()
                .hasMessageContaining("header-max");
    }

    @Test
    void theReadmeNamesEveryLimit() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Arrays.stream(LimitSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(n -> "`limits." + n.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`"))
                .allSatisfy(setting -> assertThat(readme).contains(setting));
    }

    @Test
    void whatTheLimitsAllowGrowsWithEachOfThem() {
        long shipped = Heap.worstBytes(with(Map.of()));
        assertThat(Heap.worstBytes(with(Map.of("lab.limits.connections-max", "192"))))
                .isGreaterThan(shipped);
        assertThat(Heap.worstBytes(with(Map.of("lab.limits.bodies-max", "1MB"))))
                .isGreaterThan(shipped);
        assertThat(Heap.worstBytes(with(Map.of("lab.limits.header-max", "64KB"))))
                .isGreaterThan(shipped);
    }
}
