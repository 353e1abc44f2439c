package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.host.CurveSheet.Run;
import emptyrecord.dwfm.core.host.CurveSheet.Sample;
import emptyrecord.kit.clock.IncidentClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The curves of docs/collapse.md: the night of each wiring, with throttle and restarts from T+266, seed 1, in simulated
 * time. {@code -Dcollapse.write} writes them again.
 */
class CollapseCurvesTest {

    private static final Path SHEET = Path.of("../docs/images/collapse-simulated.svg");
    private static final double RESTORED = 157;
    private static final double OPERATORS = 266;
    private static final double END = 400;

    @Test
    void theCurvesInTheDocsAreWhatIsPlayed() throws IOException {
        String sheet = CurveSheet.of(
                Wiring.NAMES.stream().map(name -> new Run(name, samples(name))).toList());
        if (System.getProperty("collapse.write") != null) {
            Files.writeString(SHEET, sheet);
            return;
        }
        assertThat(Files.readString(SHEET))
                .as("draw them again: mvn -pl dwfm -am test -Dtest=CollapseCurvesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dcollapse.write, then look at them")
                .isEqualTo(sheet);
    }

    private static List<Sample> samples(String wiring) {
        RegionSimulator region = RegionSimulator.wired(wiring, RegionSize.USUAL, 1)
                .outage(RESTORED)
                .throttle(OPERATORS, 0.27)
                .restarts(OPERATORS, 11);
        List<Sample> samples = new ArrayList<>();
        long made = 0;
        long calls = 0;
        double busy = 0;
        for (double t = -28; t <= END; t += 2) {
            region.until(t);
            samples.add(new Sample(
                    t,
                    region.held(),
                    (region.counted(Counted.ATTEMPTS_SUCCEEDED) - made) / 2.0,
                    region.queued(),
                    region.waitingAtGateways(),
                    oldestMinutes(region, t),
                    (region.calls() - calls) / 2.0,
                    (region.busyMinutes() - busy) / (2 * region.servers())));
            made = region.counted(Counted.ATTEMPTS_SUCCEEDED);
            calls = region.calls();
            busy = region.busyMinutes();
        }
        return samples;
    }

    private static double oldestMinutes(RegionSimulator region, double t) {
        Instant now = RegionSimulator.at(t);
        Duration deadline = region.size.parameters().deadline();
        return region.hosts.stream()
                .mapToDouble(h -> Math.max(
                        IncidentClock.toMinutes(h.host.snapshot(now).oldestQueued()),
                        h.gateway
                                .oldestGivenUpAt()
                                .map(end -> IncidentClock.toMinutes(Duration.between(end.minus(deadline), now)))
                                .orElse(0.0)))
                .max()
                .orElse(0);
    }
}
