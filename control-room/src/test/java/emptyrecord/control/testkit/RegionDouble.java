package emptyrecord.control.testkit;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** All services of the lab as doubles, on a quiet day. */
public final class RegionDouble implements AutoCloseable {

    public static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";

    private static final String GUARDS = "[{\"name\":\"dns.fence\",\"meaning\":\"m\",\"on\":false,\"timesActed\":0}]";

    public final DnsDouble dns = new DnsDouble();
    public final NodeDouble node = new NodeDouble();
    public final PeerDouble route53 = new PeerDouble("fake-route53");
    public final PeerDouble planner = new PeerDouble("dns-planner");
    public final List<PeerDouble> enactors =
            List.of(new PeerDouble("dns-enactor-a"), new PeerDouble("dns-enactor-b"), new PeerDouble("dns-enactor-c"));
    public final PeerDouble dynamo = new PeerDouble("fake-dynamo");
    public final PeerDouble dwfm = new PeerDouble("dwfm");
    public final PeerDouble network = new PeerDouble("network-manager");
    public final PeerDouble nlb = new PeerDouble("nlb-healthcheck");
    private final AtomicInteger instances = new AtomicInteger();

    public RegionDouble() {
        route53.answer("GET", "/answers", b -> "{\"possible\":3}");
        planner.answer(
                "GET",
                "/plans/latest",
                b -> "{\"generation\":145,\"endpoints\":[{\"name\":\"regional\",\"zone\":\"" + REGIONAL
                        + "\",\"loadBalancers\":[{\"name\":\"lb-1a\",\"address\":\"127.0.0.1\",\"weight\":100}]}]}");
        for (PeerDouble enactor : enactors) {
            enactor.answer("GET", "/state", b -> "{\"lastAppliedPlan\":145}");
            enactor.answer("GET", "/guards", b -> GUARDS);
            enactor.answer("GET", "/guards/dns.fence", b -> GUARDS.substring(1, GUARDS.length() - 1));
        }
        dynamo.answer("POST", "/", b -> "{\"Item\":{\"id\":{\"S\":\"canary\"}}}");
        leases(248);
        dwfm.answer("POST", "/", this::ec2);
        network.answer(
                "GET",
                "/state",
                b -> "{\"queues\":[{\"az\":\"us-east-1a\",\"length\":0}],\"propagationDelaySeconds\":6.0}");
        nlb.answer(
                "GET",
                "/state",
                b ->
                        "{\"nodes\":[],\"zones\":[{\"az\":\"us-east-1a\",\"withdrawn\":false}],\"healthyCapacityShare\":1.0,"
                                + "\"inDnsShare\":1.0,\"checkers\":12,\"checkersWanted\":12,\"meanResultAgeSeconds\":30,"
                                + "\"autoFailover\":true,\"counters\":{\"checks\":10,\"checksFailed\":0}}");
    }

    /** How many of 248 droplets have a lease. */
    public void leases(int held) {
        dwfm.answer(
                "GET",
                "/state",
                b -> "{\"droplets\":248,\"leasesHeld\":" + held + ",\"queueLength\":0,\"oldestQueuedSeconds\":0,"
                        + "\"hosts\":[{\"host\":\"dwfm-1\"}],\"counters\":{\"checksFailed\":0,\"attemptsSucceeded\":1},"
                        + "\"api\":{\"ratePerMinute\":10.0}}");
    }

    /** The regional name answers nothing, in DNS and in the events. */
    public void emptyRecord() {
        dns.empty(REGIONAL);
        route53.answer("GET", "/answers", b -> "{\"possible\":0}");
        route53.event(EventKind.ANSWER_EMPTIED, Map.of(EventId.NAME, REGIONAL, EventId.WAS_POSSIBLE, 3));
    }

    /** When the trigger is injected at any enactor, {@code what} happens. */
    public void onTrigger(Consumer<PeerDouble> what) {
        for (PeerDouble enactor : enactors) {
            enactor.answer("PUT", "/chaos/lose-lock", b -> {
                what.accept(enactor);
                return "{}";
            });
        }
    }

    private String ec2(String body) {
        if (body.contains("RunInstances")) {
            return "<RunInstancesResponse><instanceId>i-" + instances.incrementAndGet()
                    + "</instanceId></RunInstancesResponse>";
        }
        return "<Response></Response>";
    }

    /** Settings that point the control room here, and make a night short. */
    public String[] settings(Path data) {
        List<String> args = new ArrayList<>(List.of(
                "--server.port=0",
                "--lab.data-dir=" + data,
                "--lab.speed=600",
                "--lab.dns-server=" + dns.address(),
                "--control.runs-dir=" + data.resolve("runs"),
                "--control.sample-floor=50ms",
                "--control.events-every=50ms",
                "--control.names.dynamo-port=" + dynamo.url().getPort(),
                "--control.names.load-balancer-port=" + node.port(),
                "--control.customers.connection-timeout-floor=1s",
                "--control.replay.steady-limit=30s",
                "--control.peers.route53-url=" + route53.url(),
                "--control.peers.planner-url=" + planner.url(),
                "--control.peers.enactor-urls=" + enactors.get(0).url() + ","
                        + enactors.get(1).url() + "," + enactors.get(2).url(),
                "--control.peers.dynamo-url=" + dynamo.url(),
                "--control.peers.dwfm-url=" + dwfm.url(),
                "--control.peers.network-url=" + network.url(),
                "--control.peers.nlb-url=" + nlb.url()));
        return args.toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        dns.close();
        node.close();
        for (PeerDouble peer : List.of(route53, planner, dynamo, dwfm, network, nlb)) {
            peer.close();
        }
        enactors.forEach(PeerDouble::close);
    }
}
