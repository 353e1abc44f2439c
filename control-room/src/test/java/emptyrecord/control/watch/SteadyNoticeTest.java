package emptyrecord.control.watch;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.run.Check;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.steady.SteadyState;
import emptyrecord.night.testkit.PlayedRun;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples are a recorded night's. */
class SteadyNoticeTest {

    private static final Map<String, URI> ADDRESSES =
            Map.of("grafana", URI.create("http://127.0.0.1:3001"), "control-room", URI.create("http://127.0.0.1:7100"));

    private static boolean isSteady(Sample sample) {
        return SteadyState.checks(sample, List.of()).stream().allMatch(Check::ok);
    }

    private static Sample first(boolean steady) {
        return PlayedRun.samples().stream()
                .filter(s -> isSteady(s) == steady)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstSteadySampleSaysOnceWhereToLook() {
        SteadyNotice notice = new SteadyNotice(ADDRESSES, List::of);
        assertThat(notice.line(first(false))).isEmpty();
        assertThat(notice.line(first(true)))
                .contains("control-room http://127.0.0.1:7100, grafana http://127.0.0.1:3001");
        assertThat(notice.line(first(true))).isEmpty();
    }

    @Test
    void aRegionWithAnInjectedFaultIsNotSteady() {
        assertThat(new SteadyNotice(ADDRESSES, () -> List.of("dwfm/stop")).line(first(true)))
                .isEmpty();
    }

    @Test
    void withoutAddressesThereIsNothingToSay() {
        assertThat(new SteadyNotice(Map.of(), List::of).line(first(true))).isEmpty();
    }
}
