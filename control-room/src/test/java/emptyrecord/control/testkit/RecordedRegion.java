package emptyrecord.control.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doubles of a region play a recorded night: from the trigger on they answer what the real services answered, and
 * tell what they told, so many times as fast. What the control room does to them (throttle, freeze) shows in their state.
 */
public final class RecordedRegion implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NODES = 24;

    private final RegionDouble region;
    private final RecordedNight night = RecordedNight.read();
    private final RecordedClock clock;
    private final RecordedDns dns;
    private final Thread player = Thread.ofVirtual().name("recorded-night").unstarted(this::play);
    private final Map<String, Double> owed = new TreeMap<>();
    private int told;
    private volatile @Nullable Double throttle;
    private volatile boolean closed;

    public RecordedRegion(RegionDouble region, double speed) {
        this.region = region;
        clock = new RecordedClock(speed);
        SwitchDouble.all(region);
        dns = new RecordedDns(region, night, clock);
        ec2();
        region.onTrigger(e -> clock.begin());
        player.start();
    }

    /** The record's time; it begins with the trigger. */
    public RecordedClock clock() {
        return clock;
    }

    private void play() {
        try {
            while (!closed) {
                tellWhatIsDue();
                region.node.carries(share("connectedShare"));
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double share(String column) {
        String text = night.text(column, clock.now());
        return text.isEmpty() ? 1 : Double.parseDouble(text);
    }

    private synchronized void tellWhatIsDue() {
        while (told < night.events().size() && night.events().get(told).t() <= clock.now()) {
            RecordedNight.Happening h = night.events().get(told++);
            dns.happen(h);
            peer(h.service()).event(h.kind(), h.ids());
        }
    }

    private PeerDouble peer(String service) {
        return switch (service) {
            case "dns-planner" -> region.planner;
            case "fake-route53" -> region.route53;
            case "fake-dynamo" -> region.dynamo;
            case "dwfm" -> region.dwfm;
            case "network-manager" -> region.network;
            case "nlb-healthcheck" -> region.nlb;
            default -> region.enactors.get(service.charAt(service.length() - 1) - 'a');
        };
    }

    private void ec2() {
        region.dwfm.answer("GET", "/state", b -> dwfm());
        region.dwfm.answer("PUT", "/operations/throttle", b -> {
            throttle = JSON.readTree(b).path("share").asDouble();
            return "{}";
        });
        region.dwfm.answer("DELETE", "/operations/throttle", b -> {
            throttle = null;
            return "{}";
        });
        region.dwfm.answer("POST", "/", this::launch);
        region.network.answer("GET", "/state", b -> network());
        region.network.answer("GET", "/operations/workers", b -> "{\"perZone\":1}");
        region.nlb.answer("GET", "/state", b -> nlb());
    }

    private String dwfm() {
        double t = clock.now();
        List<Map<String, Object>> hosts = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            Map<String, Object> host = new TreeMap<>(Map.of("host", "dwfm-" + i, "restarting", false));
            host.put("throttleShare", throttle);
            hosts.add(host);
        }
        long made = night.counter("made", t);
        return JSON.writeValueAsString(Map.of(
                "droplets", 248,
                "leasesHeld", night.whole("held", t),
                "queueLength", night.whole("queue", t),
                "oldestQueuedSeconds", night.number("oldestSeconds", t),
                "attemptsInFlight", 0,
                "hosts", hosts,
                "counters",
                        Map.of(
                                "attemptsSucceeded",
                                made,
                                "attemptsFailed",
                                night.counter("attempts", t) - made,
                                "checksFailed",
                                night.counter("checksFailed", t)),
                "api", Map.of("ratePerMinute", night.number("apiRate", t))));
    }

    /** Launches come out as they did: evenly spread successes, refusals with the code that was most frequent. */
    private synchronized String launch(String body) {
        if (!body.contains("RunInstances")) {
            return "<Response></Response>";
        }
        double sum = owed.merge("launch", share("launchedShare"), Double::sum);
        String refusal = night.text("refusal", clock.now());
        if (sum >= 1 || refusal.isEmpty()) {
            owed.put("launch", Math.max(0, sum - 1));
            return "<RunInstancesResponse><instanceId>i-" + System.nanoTime() + "</instanceId></RunInstancesResponse>";
        }
        return "<Response><Errors><Error><Code>" + refusal
                + "</Code><Message>as recorded</Message></Error></Errors></Response>";
    }

    private String network() {
        double t = clock.now();
        List<Map<String, Object>> queues = new ArrayList<>();
        for (String az : List.of("A", "B", "C")) {
            queues.add(Map.of("az", "us-east-1" + az.toLowerCase(Locale.ROOT), "length", night.whole("queue" + az, t)));
        }
        return JSON.writeValueAsString(Map.of(
                "queues", queues, "propagationDelaySeconds", 60 * night.number("delayMinutes", t), "pushesWasted", 0));
    }

    private String nlb() {
        double t = clock.now();
        String out = night.text("zonesOut", t);
        List<Map<String, Object>> zones = new ArrayList<>();
        for (String az : List.of("a", "b", "c")) {
            zones.add(Map.of(
                    "az",
                    "us-east-1" + az,
                    "inDns",
                    !out.contains(az),
                    "withdrawn",
                    out.contains(az),
                    "unhealthyShare",
                    0));
        }
        List<Map<String, Object>> nodes = new ArrayList<>();
        long well = Math.round(NODES * night.number("inDnsShare", t));
        for (int i = 0; i < NODES; i++) {
            nodes.add(Map.of("node", "node-" + i, "healthy", i < well, "inDns", i < well, "instanceId", "i-node" + i));
        }
        long checks = 1000 + Math.round((t - RecordedNight.BEGINS) * 50);
        return JSON.writeValueAsString(Map.of(
                "nodes", nodes,
                "zones", zones,
                "healthyCapacityShare", night.number("capacityShare", t),
                "inDnsShare", night.number("inDnsShare", t),
                "checkers", night.whole("checkers", t),
                "checkersWanted", night.whole("checkers", t),
                "meanResultAgeSeconds", night.number("resultAgeSeconds", t),
                "autoFailover", night.whole("autoFailover", t) == 1,
                "counters", Map.of("checks", checks, "checksFailed", 0)));
    }

    @Override
    public void close() {
        closed = true;
    }
}
