package emptyrecord.control;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.control.operations.Operations;
import emptyrecord.control.testkit.PeerDouble;
import emptyrecord.control.testkit.RegionDouble;
import emptyrecord.control.testkit.SwitchDouble;
import emptyrecord.kit.clock.IncidentClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Each operation there is, with values that change something; then the reset; then the region is as it was, or it is named. */
class EveryOperationIsUndoneIT {

    /** Values for parameters without named steps. An operation with a new one fails here until it has a value. */
    private static final Map<String, Object> VALUES = Map.of(
            "service", "dwfm",
            "fault", "host-crash",
            "name", "dns.fence",
            "host", "dwfm-1",
            "launchesPerMinute", "6.8",
            "share", "0.27",
            "perZone", "3");

    /** They take something back themselves, so they change nothing on a quiet day. */
    private static final Set<String> BACK_TO_NORMAL = Set.of(
            "api-limit-off",
            "clear",
            "clear-static-hosts",
            "dwfm-unthrottle",
            "dwfm-wiring-reset",
            "nlb-failover-on",
            "reset-all",
            "unfreeze-automation");

    @TempDir
    private Path data;

    private final RegionDouble region = new RegionDouble();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, PeerDouble> peers = new TreeMap<>();

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext room;

    @SuppressWarnings("NullAway.Init")
    private Operations operations;

    @BeforeEach
    void start() {
        SwitchDouble.all(region);
        region.dwfm.remember("/operations/api-limit", "{}").remember("/operations/throttle", "{}");
        region.dwfm.remember("/operations/wiring", "{\"wiring\":\"stale-fifo\"}");
        region.network.remember("/operations/workers", "{\"perZone\":1}");
        region.nlb.remember("/operations/auto-failover", "{\"on\":true}");
        region.planner.remember("/freeze", "{\"frozen\":false}");
        region.enactors.forEach(e -> e.remember("/freeze", "{\"frozen\":false}"));
        peers.putAll(Map.of("planner", region.planner, "dwfm", region.dwfm, "network", region.network));
        peers.putAll(Map.of("nlb", region.nlb, "route53", region.route53, "dynamo", region.dynamo));
        for (int i = 0; i < region.enactors.size(); i++) {
            peers.put("enactor-" + i, region.enactors.get(i));
        }
        room = SpringApplication.run(ControlApplication.class, region.settings(data));
        operations = room.getBean(Operations.class);
    }

    @AfterEach
    void stop() throws IOException {
        room.close();
        region.close();
        http.close();
    }

    private String get(PeerDouble peer, String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(peer.url() + path)).build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that an operator can change, wherever it is kept. */
    private Map<String, String> state() {
        Map<String, String> all = new TreeMap<>();
        for (String path : new String[] {
            "/chaos",
            "/guards",
            "/hosts",
            "/points",
            "/freeze",
            "/operations/api-limit",
            "/operations/throttle",
            "/operations/wiring",
            "/operations/workers",
            "/operations/auto-failover"
        }) {
            peers.forEach((name, peer) -> all.put(name + path, get(peer, path)));
        }
        all.put(
                "static hosts",
                room.getBean(CustomersConfiguration.InternalHosts.class)
                        .entries()
                        .all()
                        .toString());
        all.put("T+0", String.valueOf(room.getBean(IncidentClock.class).zero()));
        return all;
    }

    private Map<String, Object> values(OperationCard card) {
        Map<String, Object> values = new TreeMap<>();
        for (Parameter p : card.parameters()) {
            Object value = VALUES.get(p.name());
            if (p.required() && value == null && !p.steps().isEmpty()) {
                value = p.steps().getFirst().value();
            }
            if (p.required()) {
                values.put(p.name(), Objects.requireNonNull(value, card.name() + " has a new parameter " + p.name()));
            }
        }
        return values;
    }

    private boolean works(String name, Map<String, Object> values) {
        try {
            operations.perform(name, values, Map.of());
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    void afterAResetTheRegionIsAsItWasOrTheOperationIsNamed() {
        Map<String, String> before = state();
        for (OperationCard card : operations.cards()) {
            boolean worked = works(card.name(), values(card));
            boolean changed = !state().equals(before);

            Map<String, Object> reset = operations.perform("reset-all", Map.of(), Map.of());

            String notUndone = String.valueOf(reset.get("notUndone"));
            assertThat(state()).as("after " + card.name()).isEqualTo(before);
            assertThat(changed || notUndone.startsWith(card.name() + ": ") || BACK_TO_NORMAL.contains(card.name()))
                    .as(card.name() + " changes something that this test sees, or is named as not undone")
                    .isTrue();
            assertThat(worked || !notUndone.isEmpty())
                    .as(card.name() + " " + notUndone)
                    .isTrue();
        }
    }

    @Test
    void whatWasNeverDoneIsNotNamedAndTPlusEnds() {
        IncidentClock clock = room.getBean(IncidentClock.class);
        clock.zeroAt(Instant.now());
        assertThat(operations.perform("reset-all", Map.of(), Map.of())).containsEntry("notUndone", "");
        assertThat(clock.zero()).isEmpty();
    }
}
