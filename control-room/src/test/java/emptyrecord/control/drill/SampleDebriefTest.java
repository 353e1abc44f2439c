package emptyrecord.control.drill;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.control.drill.core.DrillDesk;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.PlayedRun;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/drill-debrief.html is a debrief as the control room writes it; {@code -Ddebrief.write} makes it again. The team
 * observes the {@link PlayedRun} and does what AWS's operators did, at their times. It gives the all-clear when
 * DynamoDB works again, while launches still fail.
 */
class SampleDebriefTest {

    private static final Path SAMPLE = Path.of("../docs/drill-debrief.html");

    /** T+ of the drill's end: half an hour after the all-clear. */
    private static final double UNTIL = 215;

    private final Scenario scenario = new ScenarioFiles().shipped("the-night");
    private final DrillDesk desk = new DrillDesk(scenario.drill().orElseThrow(), false);
    private final List<DebriefPage.Point> curve = new ArrayList<>();
    private final TreeMap<Double, Runnable> team = new TreeMap<>(Map.of(
            3.0, () -> desk.declare(true),
            9.0, () -> desk.hypothesis("dynamodb-load-balancer", "customers cannot reach DynamoDB"),
            49.0, () -> desk.read("RegionalRecordEmpty"),
            50.0, () -> desk.hypothesis("dns-record-empty", "dig: NOERROR, no answer; the active plan's tree is gone"),
            87.0, () -> desk.acted("static-hosts", Map.of()),
            157.0, () -> desk.acted("install-plan", Map.of()),
            185.0, desk::allClear));

    @Test
    void theSampleIsWhatIsWrittenNow(@TempDir Path folder) throws Exception {
        play();
        DebriefFolder.write(folder, "as that night", scenario, desk, curve);
        String page = Files.readString(folder.resolve("debrief.html"));
        if (System.getProperty("debrief.write") != null) {
            Files.writeString(SAMPLE, page);
        }
        assertThat(Files.readString(SAMPLE))
                .as("docs/drill-debrief.html is old; run this test with -Ddebrief.write, then look at the page")
                .isEqualTo(page);
    }

    private void play() {
        List<Event> events = PlayedRun.events();
        double begin = minute(PlayedRun.samples().getFirst());
        int seen = 0;
        for (Sample sample : PlayedRun.samples()) {
            double t = minute(sample);
            if (t > UNTIL) {
                break;
            }
            int from = seen;
            while (seen < events.size() && !events.get(seen).wall().isAfter(sample.wall())) {
                seen++;
            }
            desk.see(t - begin, sample, events.subList(from, seen), t >= 0);
            curve.add(DebriefPage.Point.of(t - begin, sample));
            while (!team.isEmpty() && team.firstKey() <= t) {
                team.pollFirstEntry().getValue().run();
            }
        }
        desk.end();
    }

    private static double minute(Sample sample) {
        return Objects.requireNonNull(sample.tPlusMinutes());
    }
}
