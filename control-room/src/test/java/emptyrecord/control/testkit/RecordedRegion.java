package emptyrecord.control.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doubles of a region play a recorded night: from the trigger on they answer what the real services answered, and
 * tell what they told, so many times as fast. What the control room does to them (throttle, freeze) shows in their state.
 */
public final class RecordedRegion implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/2013-04-01/hostedzone";
    private static final String XMLNS = " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";
    private static final String ZONE = RegionDouble.REGIONAL;
    private static final int NODES = 24;

    private final RegionDouble region;
    private final RecordedNight night = RecordedNight.read();
    private final double speed;
    private final Map<String, Map<String, Object>> enactors = new ConcurrentHashMap<>();
    private final TreeSet<Long> trees = new TreeSet<>();
    private final Thread player = Thread.ofVirtual().name("recorded-night").unstarted(this::play);
    private final Map<String, Double> owed = new TreeMap<>();
    private long active;
    private int told;
    private volatile long startedAt;
    private volatile double standsAt = Double.POSITIVE_INFINITY;
    private volatile boolean frozen;
    private volatile @Nullable Double throttle;
    private volatile boolean closed;

    public RecordedRegion(RegionDouble region, double speed) {
        this.region = region;
        this.speed = speed;
        active = night.whole("generation", RecordedNight.BEGINS) - 1;
        for (long plan = active - 8; plan <= active; plan++) {
            trees.add(plan);
        }
        SwitchDouble.all(region);
        dns();
        ec2();
        region.onTrigger(e -> begin());
        player.start();
    }

    /** T+ of the record now; it begins with the trigger. */
    public double now() {
        return Math.min(played(), standsAt);
    }

    private double played() {
        return startedAt == 0
                ? RecordedNight.BEGINS
                : RecordedNight.TRIGGER + (System.nanoTime() - startedAt) / 6e10 * speed;
    }

    /** The record will stand still at T+ {@code t} until {@link #goOn}, so that this moment can be looked at for long. */
    public void standAt(double t) {
        standsAt = t;
    }

    public synchronized void goOn() {
        startedAt += Math.round(Math.max(0, played() - standsAt) * 6e10 / speed);
        standsAt = Double.POSITIVE_INFINITY;
    }

    private synchronized void begin() {
        if (startedAt == 0) {
            startedAt = System.nanoTime();
        }
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
        String text = night.text(column, now());
        return text.isEmpty() ? 1 : Double.parseDouble(text);
    }

    private synchronized void tellWhatIsDue() {
        while (told < night.events().size() && night.events().get(told).t() <= now()) {
            RecordedNight.Happening h = night.events().get(told++);
            happen(h);
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

    private void happen(RecordedNight.Happening h) {
        long plan = h.ids().get("plan") instanceof Number n ? n.longValue() : 0;
        Map<String, Object> enactor = enactors.computeIfAbsent(h.service(), s -> new ConcurrentHashMap<>());
        switch (h.kind()) {
            case "plan-picked" -> enactor.put("holding", plan);
            case "lock-lost" -> enactor.put("attempt", h.ids().getOrDefault("attempt", 1));
            case "pass-finished" -> {
                enactor.remove("holding");
                enactor.remove("attempt");
                enactor.put("applied", plan);
            }
            case "plan-flipped" -> {
                active = plan;
                trees.add(plan);
            }
            case "plan-cleaned" -> trees.remove(plan);
            case "answer-emptied" -> region.dns.empty(ZONE);
            case "answer-restored" -> {
                active = night.whole("generation", h.t());
                trees.add(active);
                region.dns.restore(ZONE);
            }
            default -> {}
        }
    }

    private void dns() {
        region.route53.answer("GET", "/answers", b -> "{\"possible\":" + night.text("possible", now()) + "}");
        region.route53.answer(
                "GET",
                API,
                b -> "<ListHostedZonesResponse" + XMLNS
                        + "><HostedZones><HostedZone><Id>/hostedzone/Z01REGIONAL</Id><Name>" + ZONE
                        + ".</Name><CallerReference>r</CallerReference></HostedZone></HostedZones>"
                        + "<IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>");
        region.route53.answer("GET", API + "/Z01REGIONAL/rrset", b -> records());
        region.route53.answer(
                "POST",
                API + "/Z01REGIONAL/rrset",
                b -> "<ChangeResourceRecordSetsResponse" + XMLNS
                        + "><ChangeInfo><Id>/change/C1</Id><Status>INSYNC</Status><SubmittedAt>2026-01-01T00:00:00Z"
                        + "</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>");
        region.planner.answer("GET", "/freeze", b -> "{\"frozen\":" + frozen + "}");
        region.planner.answer("PUT", "/freeze", this::freeze);
        region.planner.answer(
                "GET",
                "/plans/latest",
                b -> "{\"generation\":" + night.text("generation", now())
                        + ",\"endpoints\":[{\"name\":\"regional\",\"zone\":\"" + ZONE
                        + "\",\"loadBalancers\":[{\"name\":\"lb-1a\",\"address\":\"127.0.0.1\",\"weight\":100}]}]}");
        region.dynamo.answer(
                "GET", "/state", b -> "{\"loadBalancers\":[{\"healthy\":true},{\"healthy\":true},{\"healthy\":true}]}");
        for (PeerDouble enactor : region.enactors) {
            String name = "dns-enactor-" + (char) ('a' + region.enactors.indexOf(enactor));
            enactor.answer("GET", "/state", b -> enactor(name));
            enactor.answer("PUT", "/freeze", this::freeze);
        }
    }

    private String freeze(String body) {
        frozen = body.contains("true");
        return "{\"frozen\":" + frozen + "}";
    }

    private synchronized String records() {
        StringBuilder sets = new StringBuilder(alias(ZONE, active));
        trees.forEach(t -> sets.append(alias("plan-" + t + "." + ZONE, t)));
        return "<ListResourceRecordSetsResponse" + XMLNS + "><ResourceRecordSets>" + sets
                + "</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    }

    private static String alias(String name, long plan) {
        String target = name.equals(ZONE) ? "plan-" + plan + "." + ZONE : "lb-1a.plan-" + plan + "." + ZONE;
        return "<ResourceRecordSet><Name>" + name + ".</Name><Type>A</Type><AliasTarget><HostedZoneId>Z01REGIONAL"
                + "</HostedZoneId><DNSName>" + target
                + ".</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>";
    }

    private synchronized String enactor(String name) {
        Map<String, Object> known = enactors.getOrDefault(name, Map.of());
        Map<String, Object> state = new TreeMap<>();
        state.put("enactor", name);
        state.put("holdingPlan", frozen ? null : known.get("holding"));
        state.put("endpoint", known.containsKey("holding") ? "regional" : null);
        state.put("step", known.containsKey("attempt") ? "back-off" : "poll");
        state.put("attempt", known.getOrDefault("attempt", 0));
        state.put("lastAppliedPlan", known.getOrDefault("applied", active));
        state.put("frozen", frozen);
        return JSON.writeValueAsString(state);
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
        double t = now();
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
        String refusal = night.text("refusal", now());
        if (sum >= 1 || refusal.isEmpty()) {
            owed.put("launch", Math.max(0, sum - 1));
            return "<RunInstancesResponse><instanceId>i-" + System.nanoTime() + "</instanceId></RunInstancesResponse>";
        }
        return "<Response><Errors><Error><Code>" + refusal
                + "</Code><Message>as recorded</Message></Error></Errors></Response>";
    }

    private String network() {
        double t = now();
        List<Map<String, Object>> queues = new ArrayList<>();
        for (String az : List.of("A", "B", "C")) {
            queues.add(Map.of("az", "us-east-1" + az.toLowerCase(Locale.ROOT), "length", night.whole("queue" + az, t)));
        }
        return JSON.writeValueAsString(Map.of(
                "queues", queues, "propagationDelaySeconds", 60 * night.number("delayMinutes", t), "pushesWasted", 0));
    }

    private String nlb() {
        double t = now();
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
