package emptyrecord.e2e.kill;

import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.StateCheck;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A second holder. By the rules of the lease table it takes droplets whose reserved time is over, and keeps each for a
 * while. When another holder has the droplet again it goes on as a host that has not heard of it: it calls the droplet
 * with its old epoch, for a check and for the end of an instance. So a droplet that obeys two holders is found.
 */
final class Rival implements AutoCloseable {

    private static final String NAME = "rival-1";
    private static final Duration KEEPS = Duration.ofMinutes(8);
    private static final int CLAIMS_MAX = 5;

    private final LeaseRows table;
    private final PlacementWitness placements;
    private final InstantSource clock;
    private final Findings findings;
    private final SplittableRandom random;
    private final ManagedChannel channel;
    private final List<LeaseRows.Row> claims = new ArrayList<>();

    /** What it works with. */
    record Tools(Ec2Region region, LeaseRows table, PlacementWitness placements, Findings findings) {}

    Rival(Tools tools, SplittableRandom random) {
        this.table = tools.table();
        this.placements = tools.placements();
        this.findings = tools.findings();
        this.clock = tools.region().clock;
        this.random = random;
        this.channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", tools.region().agentsPort())
                .usePlaintext()
                .disableRetry()
                .build();
    }

    void look() {
        try {
            if (claims.size() < CLAIMS_MAX && random.nextBoolean()) {
                take("droplet-%d-%03d"
                        .formatted(
                                1 + random.nextInt(Ec2Region.HOSTS.size()),
                                random.nextInt(Ec2Region.DROPLETS_PER_HOST)));
            } else if (!claims.isEmpty()) {
                callLate(claims.get(random.nextInt(claims.size())));
            }
        } catch (SdkException | StatusRuntimeException e) {
            findings.count("calls of the second holder without an answer");
        }
    }

    private void take(String droplet) {
        Optional<LeaseRows.Row> row = table.find(droplet);
        Instant now = clock.instant();
        if (row.isEmpty() || row.get().reservedUntil().isAfter(now)) {
            return;
        }
        LeaseRows.Row mine = new LeaseRows.Row(droplet, NAME, row.get().epoch() + 1, now.plus(KEEPS), now);
        if (table.write(mine)) {
            findings.count("droplets that the second holder took");
            claims.add(mine);
            check(mine);
        }
    }

    /** Once another holder is in the table, that one's claim is worth nothing. */
    private void callLate(LeaseRows.Row mine) {
        Optional<LeaseRows.Row> row = table.find(mine.droplet());
        if (row.isEmpty() || row.get().holder().equals(NAME)) {
            return;
        }
        check(mine);
        findings.count("calls of a holder that has lost the droplet");
        placements.someOn(mine.droplet()).ifPresent(instance -> end(mine, instance));
        claims.remove(mine);
    }

    private void check(LeaseRows.Row row) {
        var unused = agents().checkState(StateCheck.newBuilder()
                .setDroplet(row.droplet())
                .setHolder(holder(row))
                .setLeaseUntilMillis(row.reservedUntil().toEpochMilli())
                .setDepth(Depth.RENEWAL)
                .build());
    }

    private void end(LeaseRows.Row row, String instance) {
        var unused = agents().change(InstanceChange.newBuilder()
                .setDroplet(row.droplet())
                .setHolder(holder(row))
                .setInstance(instance)
                .setKind(InstanceChange.Kind.END)
                .build());
    }

    private static Holder holder(LeaseRows.Row row) {
        return Holder.newBuilder().setName(row.holder()).setEpoch(row.epoch()).build();
    }

    private DropletAgentsGrpc.DropletAgentsBlockingStub agents() {
        return DropletAgentsGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
