package emptyrecord.control.testkit;

import emptyrecord.api.client.Resources;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.droplets.DropletsState;
import emptyrecord.api.dwfm.DwfmCounter;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.nlb.NlbState;
import emptyrecord.api.planner.PublishedPlan;
import emptyrecord.api.route53.AnswersView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** All services of the lab as doubles, on a quiet day. */
public final class RegionDouble implements AutoCloseable {

    public static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";

    private static final GuardView FENCE = new GuardView("dns.fence", "m", false, 0);

    private static final PublishedPlan PLAN = new PublishedPlan(
            145,
            Instant.EPOCH,
            List.of(new PublishedPlan.Endpoint(
                    "regional", REGIONAL, null, List.of(new PublishedPlan.LoadBalancer("lb-1a", "127.0.0.1", 100)))));

    private static final NlbState NLB = new NlbState(
            List.of(),
            List.of(new NlbState.Zone("us-east-1a", false, 0, false)),
            1,
            1,
            false,
            true,
            12,
            12,
            0,
            0,
            0,
            0,
            30,
            0,
            new NlbState.Counters(10, 0, 0, 0, 0));

    public final DnsDouble dns = new DnsDouble();
    public final NodeDouble node = new NodeDouble();
    public final PeerDouble route53 = new PeerDouble("fake-route53");
    public final PeerDouble planner = new PeerDouble("dns-planner");
    public final List<PeerDouble> enactors =
            List.of(new PeerDouble("dns-enactor-a"), new PeerDouble("dns-enactor-b"), new PeerDouble("dns-enactor-c"));
    public final PeerDouble dynamo = new PeerDouble("fake-dynamo");
    public final PeerDouble droplets = new PeerDouble("droplets");
    public final PeerDouble dwfm = new PeerDouble("dwfm");
    public final PeerDouble network = new PeerDouble("network-manager");
    public final PeerDouble nlb = new PeerDouble("nlb-healthcheck");
    private final AtomicInteger instances = new AtomicInteger();

    public RegionDouble() {
        possible(3);
        planner.shows(Resources.LATEST_PLAN, () -> PLAN);
        for (PeerDouble enactor : enactors) {
            enactor.shows(Resources.ENACTOR, () -> new EnactorState("", null, null, "", 0, PLAN.generation(), false));
            enactor.shows(Resources.GUARDS, () -> List.of(FENCE));
            enactor.shows(Resources.guard(FENCE.name()), () -> FENCE);
        }
        dynamo.answer("POST", "/", b -> "{\"Item\":{\"id\":{\"S\":\"canary\"}}}");
        droplets.shows(Resources.DROPLET_AGENTS, () -> dropletsState(1));
        leases(248);
        dwfm.answer("POST", "/", this::ec2);
        network.shows(
                Resources.NETWORK,
                () -> new NetworkState(List.of(new NetworkState.Queue("us-east-1a", 0, 0, 0, 0)), 6, 0, 0));
        nlb.shows(Resources.NLB, () -> NLB);
    }

    /** @param service its name in the region */
    public PeerDouble peer(String service) {
        return switch (service) {
            case "dns-planner" -> planner;
            case "fake-route53" -> route53;
            case "fake-dynamo" -> dynamo;
            case "droplets" -> droplets;
            case "dwfm" -> dwfm;
            case "network-manager" -> network;
            case "nlb-healthcheck" -> nlb;
            default -> enactors.get(service.charAt(service.length() - 1) - 'a');
        };
    }

    /** @param checkSlowdown how many times as long as usual a state check takes */
    public static DropletsState dropletsState(double checkSlowdown) {
        DropletsState.Calls calls = new DropletsState.Calls(10, Map.of("obeyed", 5000L));
        return new DropletsState(248, 248, 400, calls, calls, Map.of(), checkSlowdown, DropletsState.Gateway.NONE);
    }

    /** How many of 248 droplets have a lease. */
    public void leases(int held) {
        dwfm.shows(
                Resources.DWFM,
                () -> new DwfmState(
                        248,
                        held,
                        0,
                        0,
                        0,
                        List.of(new DwfmState.Host("dwfm-1", 0, 0, 0, 0, false, false, null, null)),
                        DwfmState.Counters.of(Map.of(DwfmCounter.ATTEMPTS_SUCCEEDED, 1L)),
                        new DwfmState.ApiLimit(10, 0, false),
                        0,
                        "stale-fifo"));
    }

    private void possible(int addresses) {
        route53.shows(
                Resources.answers(REGIONAL), () -> new AnswersView(REGIONAL, "A", "NOERROR", List.of(), addresses));
    }

    /** The regional name answers nothing, in DNS and in the events. */
    public void emptyRecord() {
        dns.empty(REGIONAL);
        possible(0);
        route53.event(EventKind.ANSWER_EMPTIED, Map.of(EventId.NAME, REGIONAL, EventId.WAS_POSSIBLE, 3));
    }

    /** When the trigger is injected at any enactor, {@code what} happens. */
    public void onTrigger(Consumer<PeerDouble> what) {
        for (PeerDouble enactor : enactors) {
            enactor.answer("PUT", Resources.fault("lose-lock").path(), b -> {
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
                "--control.peers.droplets-url=" + droplets.url(),
                "--control.peers.dwfm-url=" + dwfm.url(),
                "--control.peers.network-url=" + network.url(),
                "--control.peers.nlb-url=" + nlb.url()));
        return args.toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        dns.close();
        node.close();
        for (PeerDouble peer : List.of(route53, planner, dynamo, droplets, dwfm, network, nlb)) {
            peer.close();
        }
        enactors.forEach(PeerDouble::close);
    }
}
