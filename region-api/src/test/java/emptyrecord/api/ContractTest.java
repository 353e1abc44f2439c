package emptyrecord.api;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.client.Resources;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.Freeze;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.common.PointView;
import emptyrecord.api.common.Problem;
import emptyrecord.api.dwfm.DwfmCounter;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.enactor.LookOutcome;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.nlb.NlbState;
import emptyrecord.api.planner.PublishedPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The wire format: field names, nulls and nothing more. Users' scripts and recorded runs depend on it. */
class ContractTest {

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final Instant NOON = Instant.parse("2025-10-20T12:00:00Z");

    private static void assertWritten(Object record, String json) {
        assertThat(PLAIN.readTree(PLAIN.writeValueAsString(record))).isEqualTo(PLAIN.readTree(json));
    }

    @Test
    void faults() {
        FaultView off = new FaultView(
                "lose-lock", "m", "acquisitions", 1, 100, new TreeMap<>(Map.of("night", 8.0)), null, null);
        assertWritten(off, """
                {"name":"lose-lock","meaning":"m","unit":"acquisitions","min":1.0,"max":100.0,
                 "steps":{"night":8.0},"targets":null,"injected":null}""");
        assertWritten(new FaultView.Injected(8, null, NOON, null), """
                {"magnitude":8.0,"target":null,"since":"2025-10-20T12:00:00Z","until":null}""");
        assertThat(off.on()).isFalse();
    }

    @Test
    void requestsLeaveOutWhatIsNotAsked() {
        assertWritten(FaultRequest.plain(), "{}");
        assertWritten(new FaultRequest("night", null, "regional", 0.5, null), """
                {"step":"night","target":"regional","leaseMinutes":0.5}""");
    }

    @Test
    void switches() {
        assertWritten(new GuardView("dns.fence", "m", true, 3), """
                {"name":"dns.fence","meaning":"m","on":true,"timesActed":3}""");
        assertWritten(new Freeze(true), "{\"frozen\":true}");
        assertWritten(new PointView("before-flip", "m", false, null, null, null, 0), """
                {"name":"before-flip","meaning":"m","held":false,"target":null,"until":null,"standing":null,
                 "timesReached":0}""");
    }

    @Test
    void dwfm() {
        DwfmState.Host host = new DwfmState.Host("dwfm-1", 1, 2, 3, 4.5, false, true, 6.0, null);
        DwfmState state = new DwfmState(
                2,
                1,
                3,
                4.5,
                0,
                List.of(host),
                DwfmState.Counters.of(Map.of(DwfmCounter.LEASES_LOST, 7L)),
                new DwfmState.ApiLimit(10, 20, false),
                0,
                "stale-fifo");
        String json = PLAIN.writeValueAsString(state);
        assertThat(json)
                .contains("\"counters\":{\"checksSucceeded\":0,\"checksFailed\":0,", "\"leasesLost\":7,")
                .contains("\"rebootsExecuted\":0}");
        assertWritten(host, """
                {"host":"dwfm-1","leasesHeld":1,"droplets":2,"queueLength":3,"oldestQueuedSeconds":4.5,
                 "restarting":false,"starting":true,"startUpLimit":6.0,"throttleShare":null}""");
        assertWritten(
                Objects.requireNonNull(state.api()), "{\"ratePerMinute\":10.0,\"tokens\":20.0,\"changed\":false}");
        assertThat(PLAIN.readTree(json).propertyNames())
                .containsExactlyInAnyOrder(
                        "droplets",
                        "leasesHeld",
                        "queueLength",
                        "oldestQueuedSeconds",
                        "attemptsInFlight",
                        "hosts",
                        "counters",
                        "api",
                        "parkedTerminations",
                        "wiring");
        assertThat(Resources.DWFM.read(json)).contains(state);
    }

    @Test
    void network() {
        assertWritten(new NetworkState(List.of(new NetworkState.Queue("a", 1, 2.5, 3.5, 4)), 5.5, 6, 7), """
                {"queues":[{"az":"a","length":1,"oldestSeconds":2.5,"medianDelaySeconds":3.5,"pushed":4}],
                 "propagationDelaySeconds":5.5,"pushesWasted":6,"instances":7}""");
    }

    @Test
    void nlb() {
        assertWritten(new NlbState.Node("n1", "a", "127.0.0.1", null, true, false, 1.5), """
                {"node":"n1","az":"a","address":"127.0.0.1","instanceId":null,"healthy":true,"inDns":false,
                 "lastResultAgeSeconds":1.5}""");
        assertWritten(new NlbState.Zone("a", true, 0.5, false), """
                {"az":"a","inDns":true,"unhealthyShare":0.5,"withdrawn":false}""");
        assertWritten(new NlbState.Counters(1, 2, 3, 4, 5), """
                {"checks":1,"checksFailed":2,"verdictChanges":3,"failovers":4,"publishes":5}""");
    }

    @Test
    void automation() {
        assertWritten(
                new PublishedPlan(
                        145,
                        NOON,
                        List.of(new PublishedPlan.Endpoint(
                                "regional",
                                "zone",
                                null,
                                List.of(new PublishedPlan.LoadBalancer("lb-1a", "127.0.1.10", 85))))),
                """
                {"generation":145,"createdAt":"2025-10-20T12:00:00Z","endpoints":[{"name":"regional","zone":"zone",
                 "tree":null,"loadBalancers":[{"name":"lb-1a","address":"127.0.1.10","weight":85,"ipv6":null}]}]}""");
        assertWritten(new EnactorState("dns-enactor-a", null, null, "idle", 0, 145L, false), """
                {"enactor":"dns-enactor-a","holdingPlan":null,"endpoint":null,"step":"idle","attempt":0,
                 "lastAppliedPlan":145,"frozen":false}""");
        assertWritten(new LookOutcome(3, null, List.of(), Map.of("regional", "lost")), """
                {"look":3,"plan":null,"flipped":[],"left":{"regional":"lost"}}""");
    }

    @Test
    void readersTakeWhatIsMissingAndWhatIsNew() {
        DwfmState state = Resources.DWFM
                .read("{\"droplets\":248,\"counters\":{\"checksFailed\":3,\"fromTomorrow\":1},\"new\":{}}")
                .orElseThrow();
        assertThat(state.counters().of(DwfmCounter.CHECKS_FAILED)).isEqualTo(3);
        assertThat(state.counters().of(DwfmCounter.CHECKS_LATE)).isZero();
        assertThat(state.hosts()).isEmpty();
        assertThat(state.api()).isNull();
        assertThat(Resources.LATEST_PLAN
                        .read("{\"generation\":1}")
                        .orElseThrow()
                        .endpoints())
                .isEmpty();
        assertThat(Resources.GUARDS.read("{}")).isEmpty();
        assertThat(Resources.GUARDS.read("nothing")).isEmpty();
    }

    @Test
    void aProblemTellsItsDetail() {
        assertThat(Problem.read("{\"status\":404,\"detail\":\"no such fault\"}"))
                .contains(new Problem("", 404, "no such fault", false));
        assertThat(Problem.read("<html>")).isEmpty();
    }
}
