package emptyrecord.control.testkit;

import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.dwfm.DwfmCounter;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.dwfm.ThrottleRequest;
import emptyrecord.api.json.ContractJson;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.network.Workers;
import emptyrecord.api.nlb.NlbState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The doubles of a region play a recorded night: from the trigger on they answer what the real services answered, and
 * tell what they told, so many times as fast. What the control room does to them (throttle, freeze) shows in their state.
 */
public final class RecordedRegion implements AutoCloseable {

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
            region.peer(h.service()).event(h.kind(), h.ids());
        }
    }

    private void ec2() {
        region.dwfm.shows(Resources.DWFM, this::dwfm);
        region.dwfm.takes(Changes.throttle(0), b -> {
            throttle = ContractJson.MAPPER.readValue(b, ThrottleRequest.class).share();
            return Map.of();
        });
        region.dwfm.takes(Changes.unthrottle(), b -> {
            throttle = null;
            return Map.of();
        });
        region.dwfm.answer("POST", "/", this::launch);
        region.network.shows(Resources.NETWORK, this::network);
        region.network.shows(Resources.WORKERS, () -> new Workers(1));
        region.nlb.shows(Resources.NLB, this::nlb);
    }

    private DwfmState dwfm() {
        double t = clock.now();
        List<DwfmState.Host> hosts = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            hosts.add(new DwfmState.Host("dwfm-" + i, 0, 0, 0, 0, false, false, null, throttle));
        }
        long made = night.counter("made", t);
        return new DwfmState(
                248,
                (int) night.whole("held", t),
                (int) night.whole("queue", t),
                night.number("oldestSeconds", t),
                0,
                hosts,
                DwfmState.Counters.of(Map.of(
                        DwfmCounter.ATTEMPTS_SUCCEEDED,
                        made,
                        DwfmCounter.ATTEMPTS_FAILED,
                        night.counter("attempts", t) - made,
                        DwfmCounter.CHECKS_FAILED,
                        night.counter("checksFailed", t))),
                new DwfmState.ApiLimit(night.number("apiRate", t), 0, false),
                0,
                "stale-fifo");
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

    private NetworkState network() {
        double t = clock.now();
        List<NetworkState.Queue> queues = new ArrayList<>();
        for (String az : List.of("A", "B", "C")) {
            queues.add(new NetworkState.Queue(
                    "us-east-1" + az.toLowerCase(Locale.ROOT), (int) night.whole("queue" + az, t), 0, 0, 0));
        }
        return new NetworkState(queues, 60 * night.number("delayMinutes", t), 0, 0);
    }

    private NlbState nlb() {
        double t = clock.now();
        String out = night.text("zonesOut", t);
        List<NlbState.Zone> zones = new ArrayList<>();
        for (String az : List.of("a", "b", "c")) {
            zones.add(new NlbState.Zone("us-east-1" + az, !out.contains(az), 0, out.contains(az)));
        }
        List<NlbState.Node> nodes = new ArrayList<>();
        long well = Math.round(NODES * night.number("inDnsShare", t));
        for (int i = 0; i < NODES; i++) {
            nodes.add(new NlbState.Node("node-" + i, "", "", "i-node" + i, i < well, i < well, 0));
        }
        long checks = 1000 + Math.round((t - RecordedNight.BEGINS) * 50);
        int checkers = (int) night.whole("checkers", t);
        return new NlbState(
                nodes,
                zones,
                night.number("capacityShare", t),
                night.number("inDnsShare", t),
                false,
                night.whole("autoFailover", t) == 1,
                checkers,
                checkers,
                0,
                0,
                0,
                0,
                night.number("resultAgeSeconds", t),
                0,
                new NlbState.Counters(checks, 0, 0, 0, 0));
    }

    @Override
    public void close() {
        closed = true;
    }
}
