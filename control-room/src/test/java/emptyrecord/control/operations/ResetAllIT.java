package emptyrecord.control.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.testkit.PeerDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.control.watch.Switchboards;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guards;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A reset does all it can, whoever is down; and what the desk injects lives as long as the desk. */
class ResetAllIT {

    private static final String FAULT_ON = "{\"name\":\"lose-lock\",\"injected\":{\"magnitude\":8.0}}";
    private static final String RENEWAL = "/chaos/lose-lock/lease";
    private static final String GUARD_ON = "{\"name\":\"dns.fence\",\"meaning\":\"m\",\"on\":true,\"timesActed\":0}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path data;

    private final RegionDouble region = new RegionDouble();
    private final PeerClient http = new PeerClient();
    private final PeerDouble enactor = region.enactors.get(2);

    @SuppressWarnings("NullAway.Init")
    private Peers peers;

    @SuppressWarnings("NullAway.Init")
    private Switchboards switchboards;

    @BeforeEach
    void start() {
        List<Peer> enactors = List.of(
                new Peer("dns-enactor-a", region.enactors.get(0).url()),
                new Peer("dns-enactor-b", region.enactors.get(1).url()),
                new Peer("dns-enactor-c", enactor.url()));
        peers = new Peers(
                new Peer("fake-route53", region.route53.url()),
                new Peer("dns-planner", region.planner.url()),
                enactors,
                new Peer("fake-dynamo", region.dynamo.url()),
                new Peer("droplets", region.droplets.url()),
                new Peer("dwfm", region.dwfm.url()),
                new Peer("network-manager", region.network.url()),
                new Peer("nlb-healthcheck", region.nlb.url()));
        IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.EPOCH, 60);
        EventLog events = new EventLog("control-room", clock, data, JSON);
        switchboards = new Switchboards(http, peers, new Guards(), new Faults(), events);
    }

    @AfterEach
    void stop() throws IOException {
        region.close();
    }

    private List<String> changes(PeerDouble peer) {
        return peer.calls().stream().map(c -> c.method() + " " + c.path()).toList();
    }

    @Test
    void oneServiceThatIsDownStopsNothingAndIsNamed() {
        enactor.answer("GET", "/chaos", b -> "[" + FAULT_ON + "]");
        enactor.answer("GET", "/guards", b -> "[" + GUARD_ON + "]");
        enactor.answer("GET", "/points", b -> "[{\"name\":\"before-flip\",\"held\":true}]");
        region.enactors.getFirst().close();
        region.planner.close();

        Map<String, Object> done = new ResetAll(
                        switchboards, List.of(new FreezeAutomation(http, peers)), new Performed(), () -> {})
                .perform(new Arguments(Map.of()));

        assertThat(done).containsEntry("faultsCleared", 1).containsEntry("unreached", "dns-planner dns-enactor-a");
        assertThat(String.valueOf(done.get("notUndone"))).startsWith("freeze-automation: ");
        assertThat(changes(enactor))
                .containsExactly("DELETE /chaos/lose-lock", "PUT /guards/dns.fence", "DELETE /points", "PUT /freeze");
        assertThat(changes(region.enactors.get(1)))
                .as("thawed although the planner is down")
                .containsExactly("PUT /freeze");
    }

    @Test
    void aFaultThatTheDeskInjectedIsRenewedUntilItIsOff() {
        LeaseKeeper keeper = new LeaseKeeper(http);
        InjectFault inject = new InjectFault(http, peers, keeper);
        enactor.answer("GET", "/chaos/lose-lock", b -> FAULT_ON);

        inject.perform(new Arguments(Map.of("service", "dns-enactor-c", "fault", "lose-lock")));
        keeper.renew();
        await().until(() -> enactor.calls().size() >= 2);
        assertThat(enactor.calls()).extracting(PeerDouble.Call::path).containsExactly("/chaos/lose-lock", RENEWAL);
        assertThat(enactor.calls()).allMatch(c -> c.body().contains("\"leaseMinutes\":0.1666"));

        enactor.answer("GET", "/chaos/lose-lock", b -> "{\"name\":\"lose-lock\",\"injected\":null}");
        await().until(() -> {
            keeper.renew();
            return keeper.kept() == 0;
        });
        enactor.answer("GET", "/chaos/lose-lock", b -> FAULT_ON);
        keeper.renew();
        assertThat(enactor.calls()).as("somebody else's by now").hasSize(2);
    }

    @Test
    void aLeaseThatWasAskedForIsLeftToRunOut() {
        LeaseKeeper keeper = new LeaseKeeper(http);
        InjectFault inject = new InjectFault(http, peers, keeper);
        enactor.answer("GET", "/chaos/lose-lock", b -> FAULT_ON);

        inject.perform(new Arguments(Map.of("service", "dns-enactor-c", "fault", "lose-lock", "lease", 5)));
        inject.perform(
                new Arguments(Map.of("service", "dns-enactor-c", "fault", "lose-lock", "lease", "until-healed")));
        keeper.renew();

        assertThat(enactor.calls())
                .extracting(PeerDouble.Call::body)
                .containsExactly("{\"leaseMinutes\":5.0}", "{\"untilHealed\":true}");
        assertThatThrownBy(() -> inject.perform(
                        new Arguments(Map.of("service", "dns-enactor-c", "fault", "lose-lock", "lease", "long"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'lease' must be a number");
    }
}
