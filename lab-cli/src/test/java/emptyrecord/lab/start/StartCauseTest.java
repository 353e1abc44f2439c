package emptyrecord.lab.start;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.start.ServiceProgress.State;
import emptyrecord.lab.start.StartCause.Open;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finds the cause, not the services that it affects. */
class StartCauseTest {

    private static ServiceProgress seen(String service, State state) {
        return new ServiceProgress(service, state, state == State.UNHEALTHY ? "fleet: 3 of 24 nodes" : "");
    }

    @Test
    void theFirstOfTheChainThatIsNotWellIsTheCause() {
        List<ServiceProgress> chain = List.of(
                seen("fake-route53", State.HEALTHY),
                seen("dwfm", State.STARTING),
                seen("nlb-healthcheck", State.UNHEALTHY),
                seen("control-room", State.HEALTHY));
        assertThat(StartCause.of(chain)).map(ServiceProgress::service).contains("dwfm");
    }

    @Test
    void oneThatEndedComesBeforeOnesThatOnlyWait() {
        List<ServiceProgress> chain = List.of(
                seen("fake-route53", State.STARTING),
                new ServiceProgress("fake-dynamo", State.ENDED, ExitReason.of(3)),
                seen("dns-planner", State.UNHEALTHY));
        assertThat(StartCause.of(chain)).map(ServiceProgress::words).contains("ended: exit status 3: out of memory");
    }

    @Test
    void whatIsNotStartedYetIsNoCause() {
        assertThat(StartCause.of(List.of(seen("fake-route53", State.HEALTHY), seen("dwfm", State.WAITING))))
                .isEmpty();
    }

    @Test
    void openChecksStandInTheOrderInWhichOneNeedsTheOther() {
        List<Open> open = List.of(
                new Open("canaries", "launch 0 %"),
                new Open("nlb-nodes", "12 % in DNS"),
                new Open("a-new-check", "?"),
                new Open("leases", "34 of 248 held"));
        assertThat(StartCause.inOrder(open))
                .extracting(Open::toString)
                .containsExactly(
                        "leases (34 of 248 held)",
                        "nlb-nodes (12 % in DNS)",
                        "canaries (launch 0 %)",
                        "a-new-check (?)");
    }
}
