package emptyrecord.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.DropletAgentsGrpc;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.kit.clock.IncidentClock;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The other side of {@link KillEc2IT}: its witnesses detect agents without the check of the epoch, agents that lose what
 * they have acknowledged, and an EC2 that answers before its write; and find nothing where there is no defect.
 */
class PlantedDefectsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(180);
    private static final String DROPLET = "droplet-1-000";
    private static final String INSTANCE = "i-0123456789abcdef0";

    @TempDir
    Path folder;

    private final IncidentClock clock = Ec2Region.newClock();
    private final Findings findings = new Findings();
    private final PlacementWitness placements = new PlacementWitness(id -> false, findings);
    private final AgentsBetween.Witnesses witnesses =
            new AgentsBetween.Witnesses(new HandshakeWitness(clock, findings), placements);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    /** Droplets as a process, and where their agents are. */
    private record Droplets(Service service, int agents) implements AutoCloseable {

        static Droplets in(Path folder, IncidentClock clock) {
            List<Integer> ports = FreePorts.find(2);
            Map<String, String> settings = Map.of(
                    "LAB_SPEED",
                    "" + Ec2Region.SPEED,
                    "LAB_ORIGIN",
                    clock.origin().toString(),
                    "DROPLETS_ADDRESS",
                    "127.0.0.1:" + ports.get(1),
                    "DROPLETS_HOSTS",
                    "1",
                    "DROPLETS_DROPLETSPERHOST",
                    "1");
            return new Droplets(new Service("droplets", "droplets", ports.get(0), settings, folder), ports.get(1));
        }

        void start() {
            service.start();
            await().atMost(TIMEOUT).until(service::isReady);
        }

        @Override
        public void close() {
            service.kill();
        }
    }

    private Droplets startedDroplets() {
        Droplets droplets = opened(Droplets.in(folder, clock));
        droplets.start();
        return droplets;
    }

    private DropletAgentsGrpc.DropletAgentsBlockingStub through(int agents) throws IOException {
        AgentsBetween between = opened(new AgentsBetween(agents, witnesses));
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", between.port())
                .usePlaintext()
                .build();
        open.add(channel::shutdownNow);
        return DropletAgentsGrpc.newBlockingStub(channel);
    }

    private StateCheck check(String holder, long epoch, Duration lease) {
        return StateCheck.newBuilder()
                .setDroplet(DROPLET)
                .setHolder(Holder.newBuilder().setName(holder).setEpoch(epoch))
                .setLeaseUntilMillis(clock.instant().plus(lease).toEpochMilli())
                .setDepth(Depth.RENEWAL)
                .build();
    }

    private static InstanceChange start(long epoch) {
        return InstanceChange.newBuilder()
                .setDroplet(DROPLET)
                .setHolder(Holder.newBuilder().setName("dwfm-1").setEpoch(epoch))
                .setInstance(INSTANCE)
                .setKind(InstanceChange.Kind.START)
                .build();
    }

    private void anOlderHolderCallsAfterANewerOne(DropletAgentsGrpc.DropletAgentsBlockingStub agents) {
        var unused = agents.checkState(check("rival-1", 4, Duration.ZERO));
        unused = agents.checkState(check("dwfm-1", 5, Duration.ofMinutes(30)));
        unused = agents.checkState(check("rival-1", 4, Duration.ofMinutes(30)));
    }

    @Test
    void agentsWithoutTheEpochCheckAreFound() throws IOException {
        anOlderHolderCallsAfterANewerOne(through(opened(new CarelessAgents()).port()));
        assertThat(findings.violations()).anyMatch(v -> v.startsWith("two holders"));
    }

    @Test
    void agentsWithTheEpochCheckAreNot() throws IOException {
        anOlderHolderCallsAfterANewerOne(through(startedDroplets().agents()));
        assertThat(findings.violations()).isEmpty();
        assertThat(findings.counted("handshakes refused")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void agentsThatLoseTheirLastLinesAreFound(boolean lose) throws IOException {
        Droplets droplets = startedDroplets();
        var agents = through(droplets.agents());
        var unused = agents.checkState(check("dwfm-1", 5, Duration.ofHours(100)));
        unused = agents.checkState(check("dwfm-1", 6, Duration.ofHours(100)));
        var started = agents.change(start(6));
        assertThat(new AgentsRecord(folder).running()).containsOnlyKeys(INSTANCE);
        droplets.service().kill();
        if (lose) {
            Path journal = folder.resolve("droplets").resolve("droplets.jsonl");
            Files.write(journal, Files.readAllLines(journal).subList(0, 1));
        }
        droplets.start();
        callUntilAnswered(agents);
        assertThat(new AgentsRecord(folder).running().keySet()).hasSize(lose ? 0 : 1);
        assertThat(findings.violations()).hasSize(lose ? 1 : 0);
        assertThat(findings.violations()).allMatch(v -> v.contains("has forgotten"));
    }

    /** The connection to the new process takes a moment. */
    private void callUntilAnswered(DropletAgentsGrpc.DropletAgentsBlockingStub agents) {
        await().atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> {
                    var unused = agents.checkState(check("late-1", 5, Duration.ofMinutes(1)));
                    return true;
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEc2ThatAnswersBeforeItsWriteIsFound(boolean answersFirst) throws IOException {
        StandInEc2 ec2 = opened(new StandInEc2(answersFirst));
        long seed = 20_251_020;
        Customer customer = new Customer("customer-1", new Ec2(ec2.url()), findings, new SplittableRandom(seed));
        for (int kill = 0; kill < 20 && findings.violations().isEmpty(); kill++) {
            for (int request = 0; request < 10; request++) {
                customer.look();
            }
            ec2.kill();
        }
        assertThat(findings.counted("launches acknowledged"))
                .as("seed %s", seed)
                .isPositive();
        assertThat(findings.violations().isEmpty())
                .as("seed %s: %s", seed, findings.violations())
                .isEqualTo(!answersFirst);
    }

    @Test
    void anInstanceThatEc2DoesNotKnowIsFound() throws IOException {
        StandInEc2 ec2 = opened(new StandInEc2(false));
        var agents = through(startedDroplets().agents());
        var unused = agents.checkState(check("dwfm-1", 5, Duration.ofHours(100)));
        var started = agents.change(start(5));
        Settlement.Sources sources =
                new Settlement.Sources(new Ec2(ec2.url()), new AgentsRecord(folder), placements, List.of());
        assertThat(new Settlement(sources).open()).singleElement().asString().contains("EC2 does not know");
    }
}
