package emptyrecord.control.watch;

import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.customers.Demand;
import emptyrecord.control.watch.core.DnsProbe;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.night.sample.Sample;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one sample per tick: asks every service for its state, and DNS for the regional name by a query of its own. A
 * tick is left out while the last one still waits for a peer. The last 10 000 samples stay in memory.
 */
public final class Watcher {

    /** Samples kept in memory: at two a minute, more than three days of incident time. */
    public static final int KEPT = 10_000;

    private static final Logger log = LoggerFactory.getLogger(Watcher.class);

    private final PeerClient http;
    private final Peers peers;
    private final DnsLookup dns;
    private final String regional;
    private final IncidentClock clock;
    private final Demand demand;
    private final Deque<Ticked> samples = new ArrayDeque<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private long seq;
    private @Nullable Sample last;
    private PeerStates.@Nullable NlbSeen lastNlb;
    private List<String> lastGaps = List.of();
    private volatile Look look = new Look(null, List.of(), RegionStates.NONE);

    /**
     * The last tick with all that it was made from.
     *
     * @param sample null before the first
     * @param addresses that DNS gave for the regional name
     * @param states the services' answers
     */
    public record Look(@Nullable Sample sample, List<String> addresses, RegionStates states) {}

    /** A sample with the query for the regional name that was made for it. */
    public record Ticked(Sample sample, DnsProbe dns) {}

    /** Where to look. {@code dns} asks the authoritative server, without a cache. */
    public record Sources(PeerClient http, Peers peers, DnsLookup dns, String regionalName) {}

    public Watcher(Sources sources, IncidentClock clock, Demand demand) {
        this.http = sources.http();
        this.peers = sources.peers();
        this.dns = sources.dns();
        this.regional = sources.regionalName();
        this.clock = clock;
        this.demand = demand;
    }

    /** One sample. */
    public void tick() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            add(sample());
        } finally {
            busy.set(false);
        }
    }

    private Ticked sample() {
        Instant wall = clock.wallInstant();
        DnsAnswer answer = dns.lookup(regional);
        PeerStates states = new PeerStates(http, peers);
        int answers =
                answer instanceof DnsAnswer.Addresses found ? found.addresses().size() : 0;
        Sample.Regional name = new Sample.Regional(answer.outcome(), answers, states.possible(regional));
        Sample before = last;
        double minutes =
                before == null ? 0 : IncidentClock.toMinutes(clock.toIncident(Duration.between(before.wall(), wall)));
        PeerStates.NlbSeen nlb = states.nlb(lastNlb);
        lastNlb = nlb;
        Sample.Leases leases = states.leases(before == null ? null : before.leases(), minutes);
        states.dynamo();
        states.droplets();
        Sample sample = new Sample(
                ++seq,
                wall,
                clock.minutesSinceZero(wall).orElse(null),
                name,
                leases,
                states.network(),
                nlb == null ? null : nlb.nlb(),
                states.automation(),
                demand.take(),
                states.gaps());
        look = new Look(sample, addresses(answer), states.states());
        return new Ticked(sample, probe(sample, answer));
    }

    private DnsProbe probe(Sample sample, DnsAnswer answer) {
        Duration ttl = switch (answer) {
            case DnsAnswer.Addresses a -> a.ttl();
            case DnsAnswer.Empty e -> e.negativeTtl();
            case DnsAnswer.NoSuchName n -> n.negativeTtl();
            case DnsAnswer.ServerDead d -> null;
        };
        return new DnsProbe(
                sample.seq(),
                sample.wall(),
                regional,
                answer.outcome(),
                addresses(answer),
                ttl == null ? null : (Long) ttl.toSeconds(),
                answer instanceof DnsAnswer.ServerDead dead ? dead.reason() : null);
    }

    private static List<String> addresses(DnsAnswer answer) {
        return answer instanceof DnsAnswer.Addresses found
                ? found.addresses().stream().map(InetAddress::getHostAddress).toList()
                : List.of();
    }

    /** The last tick with all that it was made from; no service is asked for it. */
    public Look look() {
        return look;
    }

    private void add(Ticked ticked) {
        Sample sample = ticked.sample();
        last = sample;
        if (!sample.gaps().equals(lastGaps)) {
            lastGaps = sample.gaps();
            log.atInfo().log(lastGaps.isEmpty() ? "all services answer" : "no answer from " + lastGaps);
        }
        synchronized (samples) {
            samples.addLast(ticked);
            if (samples.size() > KEPT) {
                samples.removeFirst();
            }
            samples.notifyAll();
        }
    }

    public Optional<Sample> latest() {
        synchronized (samples) {
            return Optional.ofNullable(samples.peekLast()).map(Ticked::sample);
        }
    }

    /** Samples after a sequence number, oldest first. */
    public List<Sample> after(long after) {
        return ticksAfter(after).stream().map(Ticked::sample).toList();
    }

    private List<Ticked> ticksAfter(long after) {
        synchronized (samples) {
            return samples.stream().filter(t -> t.sample().seq() > after).toList();
        }
    }

    /** Waits for samples after {@code after}; empty when none came within the real time given. */
    public List<Ticked> await(long after, Duration real) throws InterruptedException {
        long deadline = System.nanoTime() + real.toNanos();
        synchronized (samples) {
            while (samples.isEmpty() || samples.getLast().sample().seq() <= after) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return List.of();
                }
                samples.wait(left);
            }
        }
        return ticksAfter(after);
    }
}
