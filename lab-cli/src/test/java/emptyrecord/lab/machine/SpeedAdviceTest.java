package emptyrecord.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the available CPU to a speed. */
class SpeedAdviceTest {

    @ParameterizedTest
    @CsvSource({
        "180, 2.0, false, 120",
        "180, 1.7, false, 120",
        "180, 1.6, true, 120",
        "180, 1.0, true, 60",
        "120, 1.0, true, 60",
        "60, 1.0, false, 30",
        "60, 0.58, false, 30",
        "60, 0.54, true, 30",
        "60, 0.4, true, 30",
        "240, 2.0, true, 180",
    })
    void theFastestOfTheUsualSpeedsThatIsEnoughForIsProposed(double speed, double cores, boolean busy, int willDo) {
        SpeedAdvice advice = SpeedAdvice.of(speed, cores);
        assertThat(advice.tooBusy()).isEqualTo(busy);
        assertThat(advice.willDo()).hasValue(willDo);
    }

    @Test
    void theSentenceSaysHowMuchIsMissingAndWhichSpeedWorks() {
        assertThat(SpeedAdvice.of(180, 1.0).words())
                .isEqualTo(
                        "this machine is too busy for speed 180 (it takes 1.7 cores, about 1.0 can be had); 60 works");
        assertThat(SpeedAdvice.of(60, .1).words()).contains("no supported speed works");
        assertThat(SpeedAdvice.of(60, 2).words()).contains("keeps up with speed 60");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.001", "30, 0.3", "60, 0.6", "90, 0.9", "120, 1.2", "150, 1.45", "180, 1.7", "240, 2.2"})
    void demandLiesOnStraightLinesBetweenWhatWasMeasured(double speed, double cores) {
        assertThat(CpuDemand.cores(speed)).isCloseTo(cores, within(1e-9));
    }

    @Test
    void theFootprintPageTellsTheNumbersThatTheAdviceUses() throws IOException {
        String row = "CPU while the night plays at "
                + CpuDemand.CORES.keySet().stream()
                        .map(speed -> String.valueOf(speed.intValue()))
                        .collect(Collectors.joining(" / "))
                + " | "
                + CpuDemand.CORES.values().stream()
                        .map(cores -> String.format(Locale.ROOT, "%.1f", cores))
                        .collect(Collectors.joining(" / "))
                + " cores";
        assertThat(Files.readString(Path.of("..", "docs", "footprint.md"))).contains(row);
    }

    @Test
    void theProbeFindsSomeCpuAndNotMoreThanThereIs() {
        assertThat(CpuProbe.cores(4))
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() * 1.1);
    }
}
