package emptyrecord.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RegionFileTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path shared;

    private Instant origin(double speed) {
        return RegionFile.agreed(shared.resolve("region.json"), speed, JSON).origin();
    }

    @Test
    void manyThatStartAtOnceAgreeAndLeaveNothingElseBehind() throws Exception {
        List<Future<Instant>> origins = new ArrayList<>();
        try (ExecutorService services = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                origins.add(services.submit(() -> origin(60)));
            }
        }
        Instant agreed = origins.getFirst().get();
        for (Future<Instant> each : origins) {
            assertThat(each.get()).isEqualTo(agreed);
        }
        assertThat(Duration.between(agreed, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(shared.toFile().list()).containsExactly("region.json");
    }

    @Test
    void aLaterStartAtAnotherSpeedIsRefused() {
        Instant first = origin(60);

        assertThat(origin(60)).isEqualTo(first);
        assertThatThrownBy(() -> origin(120))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("speed 60.0");
    }
}
