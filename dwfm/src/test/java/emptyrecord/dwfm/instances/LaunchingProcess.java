package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.client.DynamoClients;
import emptyrecord.dwfm.client.DynamoInstanceTable;
import emptyrecord.dwfm.client.HostResolver;
import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.trace.Tracing;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A process that launches with client tokens, stops and starts, from several threads until it is killed, as the EC2 face
 * does. It prints each answer on a line: {@code token id id id}, then {@code started token id id id}. Arguments: port
 * of DynamoDB, seed, number of this process.
 */
final class LaunchingProcess {

    static final int SIZE = 3;
    private static final int THREADS = 4;
    private static final LaunchSpec.Kind KIND =
            new LaunchSpec.Kind("ami-1", "m7i.large", Map.of("lab:class", "customer"));

    private LaunchingProcess() {}

    /** @param port of DynamoDB on loopback */
    static InstanceStore open(int port, long seed) {
        IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.now(), 60);
        DnsLookup loopback =
                name -> new DnsAnswer.Addresses(List.of(InetAddress.getLoopbackAddress()), Duration.ofMinutes(1));
        ConnectionRule rule = new ConnectionRule(THREADS, Duration.ofHours(1), Duration.ofHours(1));
        DynamoInstanceTable.Access access = new DynamoInstanceTable.Access(
                new DynamoClients(URI.create("http://dynamodb.test:" + port), Tracing.OFF),
                new HostResolver(loopback, "dynamodb.test"),
                rule,
                new SplittableRandom(seed));
        InstanceStore store = new InstanceStore(
                new DynamoInstanceTable("ec2-instances", access, clock),
                seed,
                new InstanceStore.Bounds(1_000_000, Long.MAX_VALUE),
                new OpenSlots(
                        new PlacementIndex(new PlacementIndex.Shape(2, 60, 1, 1_000_000), new SplittableRandom(seed))));
        StandingInstances none = new StandingInstances(List::of, droplet -> "us-east-1a", Instant.EPOCH);
        while (!store.loaded()) {
            load(store, none);
        }
        return store;
    }

    private static void load(InstanceStore store, StandingInstances none) {
        try {
            store.load(none);
        } catch (Ec2Exception e) {
            System.err.println("not loaded yet: " + e.getMessage());
        }
    }

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[1]);
        InstanceStore store = open(Integer.parseInt(arguments[0]), seed);
        ClientTokens tokens = new ClientTokens(store);
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = arguments[2] + "-" + thread + "-";
            SplittableRandom chance = new SplittableRandom(seed + thread);
            new Thread(() -> launch(store, tokens, prefix, chance)).start();
        }
    }

    private static void launch(InstanceStore store, ClientTokens tokens, String prefix, SplittableRandom chance) {
        for (int i = 0; ; i++) {
            LaunchSpec.ClientToken token = new LaunchSpec.ClientToken(prefix + i, "f");
            LaunchSpec spec = new LaunchSpec(SIZE, SIZE, "", token, KIND);
            try {
                List<Instance> answer = tokens.once(token, () -> droplets(store, spec, chance));
                System.out.println(line(token.value(), answer));
                List<Instance> started = stopAndStart(store, answer);
                System.out.println("started " + line(token.value(), started));
            } catch (Ec2Exception noCapacity) {
                // The next token tries; nothing may be seen of this one.
            }
        }
    }

    /** All of a request's instances at a time, as StopInstances and StartInstances do. */
    private static List<Instance> stopAndStart(InstanceStore store, List<Instance> launched) {
        List<String> ids = launched.stream().map(Instance::id).toList();
        store.changeAll(ids, i -> Order.STOP.orderedBy(Instance.Cause.USER, i, Instant.EPOCH));
        store.changeAll(ids, i -> Order.STOP.carriedOut(i, Instant.EPOCH));
        return store.changeAll(ids, i -> i.placedOn(new DropletId(2, 1), Instant.EPOCH)).stream()
                .map(InstanceStore.Changed::after)
                .toList();
    }

    private static List<Instance> droplets(InstanceStore store, LaunchSpec spec, SplittableRandom chance) {
        try {
            return carryOut(store, spec, chance);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some launches find fewer droplets than they want, and give up. */
    private static List<Instance> carryOut(InstanceStore store, LaunchSpec spec, SplittableRandom chance)
            throws InterruptedException {
        List<DropletId> done = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            Thread.sleep(chance.nextInt(3));
            if (chance.nextInt(10) > 0) {
                done.add(new DropletId(1, chance.nextInt(60)));
            }
        }
        if (done.size() < spec.min()) {
            throw new Ec2Exception(Ec2Error.INSUFFICIENT_CAPACITY, "no room");
        }
        return store.add(MemoryTable.on(store, done), droplet -> "us-east-1a", spec, Instant.EPOCH);
    }

    static String line(String token, List<Instance> answer) {
        return token + " " + answer.stream().map(Instance::id).collect(Collectors.joining(" "));
    }
}
