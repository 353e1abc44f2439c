package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.ConnectionLife;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseClaim;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A simulated host's rows of the lease table, which outlive its process, and the process's connections to it. */
final class SimulatedTable {

    /** Minutes that a call takes which has to connect while the name is empty. */
    private static final double FAIL_FAST = 0.005;

    private final RegionSimulator region;
    private final String holder;
    private final Map<DropletId, LeaseRecord> rows = new TreeMap<>(Comparator.comparing(DropletId::slot));
    private List<ConnectionLife> connections = List.of();

    /** Calls that reached DynamoDB. */
    long calls;

    /** Blocks' transactions. */
    long transactions;

    SimulatedTable(RegionSimulator region, String holder) {
        this.region = region;
        this.holder = holder;
    }

    String holder() {
        return holder;
    }

    List<LeaseRecord> rows() {
        return List.copyOf(rows.values());
    }

    /** A new process has new connections. */
    void connect(SplittableRandom chance) {
        SplittableRandom lives = chance.split();
        connections = Stream.generate(() -> new ConnectionLife(region.rule, lives.split()))
                .limit(region.rule.count())
                .toList();
    }

    /**
     * A call that succeeds costs nothing here; the handshake's time has it.
     *
     * @param resolves whether the name has an address for this host
     */
    SimulatedGuards.Call claim(Assignment work, boolean resolves, boolean answers) {
        ConnectionLife connection =
                connections.get(region.rule.connectionOf(work.work().droplet()));
        boolean connected = connected(connection, work.start(), resolves);
        if (!connected || !answers) {
            connection.broken();
            return SimulatedGuards.Call.of(
                    IncidentClock.ofMinutes(connected ? region.failCost : FAIL_FAST),
                    new CheckResult.Unresolved("NOERROR, ANSWER: 0"));
        }
        calls++;
        write(work);
        return SimulatedGuards.Call.of(Duration.ZERO, new CheckResult.Confirmed());
    }

    /** What is connected goes on while the name is empty; what has to connect needs an address. */
    private static boolean connected(ConnectionLife connection, Instant now, boolean resolves) {
        if (!connection.up(now) && resolves) {
            connection.connected(now);
        }
        return connection.up(now);
    }

    /** The row is written when the work is taken, as in the service, whether it will be in time or not. */
    private void write(Assignment work) {
        if (work.work() instanceof Work.BlockWrite block) {
            transactions++;
            block.members()
                    .forEach(member -> write(
                            new LeaseClaim.Request(member, holder, work.leaseUntil(), true, false, work.start())));
        } else if (!(work.work() instanceof Work.Change)) {
            write(new LeaseClaim.Request(
                    work.work().droplet(), holder, work.leaseUntil(), work.inTime(), work.starting(), work.start()));
        }
    }

    private void write(LeaseClaim.Request request) {
        Optional<LeaseRecord> known = Optional.ofNullable(rows.get(request.droplet()));
        if (LeaseClaim.decide(known, request) instanceof LeaseClaim.Write write) {
            rows.put(request.droplet(), write.next());
        }
    }
}
