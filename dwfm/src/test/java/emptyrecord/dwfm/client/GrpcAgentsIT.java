package emptyrecord.dwfm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.Depth;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateCheck;
import emptyrecord.dwfm.FakeDroplets;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.settings.HostPort;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Handshakes over a real connection: what a droplet's answer, silence or absence means to its host. */
class GrpcAgentsIT {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(1320);
    private static final DropletId DROPLET = new DropletId(2, 17);

    private final FakeDroplets droplets = new FakeDroplets();
    private final AgentChannels channels = new AgentChannels(HostPort.parse(droplets.address(), "test"));
    private final GrpcAgents agents = new GrpcAgents(channels, Duration.ofSeconds(20));

    @AfterEach
    void close() {
        agents.close();
        channels.close();
        droplets.close();
    }

    @Test
    void aCheckCarriesTheRowsHolderEpochAndEnd() {
        assertThat(agents.ask(renewal(), row(7))).isInstanceOf(CheckResult.Confirmed.class);
        StateCheck seen = droplets.checks().getFirst();
        assertThat(seen.getDroplet()).isEqualTo("droplet-2-017");
        assertThat(seen.getHolder().getName()).isEqualTo("dwfm-2");
        assertThat(seen.getHolder().getEpoch()).isEqualTo(7);
        assertThat(Instant.ofEpochMilli(seen.getLeaseUntilMillis())).isEqualTo(UNTIL);
        assertThat(seen.getDepth()).isEqualTo(Depth.RENEWAL);
    }

    @Test
    void onlyALapsedLeaseNeedsTheWholeLook() {
        agents.ask(attempt(true), row(1));
        agents.ask(attempt(false), row(2));
        assertThat(droplets.checks())
                .extracting(StateCheck::getDepth)
                .containsExactly(Depth.RENEWAL, Depth.ESTABLISHMENT);
    }

    @Test
    void aDropletThatObeysANewerEpochRefuses() {
        agents.ask(renewal(), row(9));
        assertThat(agents.ask(renewal(), row(8)))
                .isInstanceOfSatisfying(
                        CheckResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains("droplet-2-017", "epoch 9", "epoch 8"));
    }

    @Test
    void aChangeIsRefusedWithoutLeaseOrRoom() {
        assertThat(agents.ask(start(), row(1))).isInstanceOf(CheckResult.Confirmed.class);
        assertThat(droplets.changes()).containsExactly("START i-1 droplet-2-017");
        droplets.answers(Obedience.NO_LEASE);
        assertThat(agents.ask(start(), row(1))).isInstanceOf(CheckResult.Refused.class);
        droplets.answers(Obedience.NO_ROOM);
        assertThat(agents.ask(start(), row(1)))
                .isInstanceOfSatisfying(
                        CheckResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains("no room"));
    }

    @Test
    void aSilentDropletIsUnreachableAfterTheTimeOut() {
        droplets.silent(true);
        GrpcAgents hasty = new GrpcAgents(channels, Duration.ofMillis(200));
        unreachable(hasty.ask(renewal(), row(1)), "DEADLINE_EXCEEDED");
        hasty.close();
    }

    @Test
    void dropletsThatComeBackAreFoundWithoutAWait() {
        agents.ask(renewal(), row(1));
        droplets.stop();
        // a call that meets the end of the connection may be cancelled by it
        await().untilAsserted(() -> unreachable(agents.ask(renewal(), row(2)), "UNAVAILABLE"));
        for (int call = 0; call < 50; call++) {
            unreachable(agents.ask(renewal(), row(3)), "UNAVAILABLE");
        }
        droplets.startAgain();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(agents.ask(renewal(), row(4))).isInstanceOf(CheckResult.Confirmed.class));
    }

    @Test
    void aCallUnderWayEndsWhenTheHostCloses() throws Exception {
        droplets.silent(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<CheckResult> asked =
                    CompletableFuture.supplyAsync(() -> agents.ask(renewal(), row(1)), threads);
            await().until(() -> !droplets.checks().isEmpty());
            agents.close();
            unreachable(asked.get(), "UNAVAILABLE");
        }
    }

    private static void unreachable(CheckResult result, String status) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        CheckResult.Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).contains("droplet-2-017", status));
    }

    private static LeaseRecord row(long epoch) {
        return new LeaseRecord(DROPLET, epoch, "dwfm-2", UNTIL, UNTIL, NOW);
    }

    private static Assignment renewal() {
        return assigned(new Work.Renewal(DROPLET, NOW, NOW.plusSeconds(90)));
    }

    private static Assignment attempt(boolean commissioning) {
        return assigned(new Work.Establishment(DROPLET, NOW, NOW.plusSeconds(90), 1, commissioning));
    }

    private static Assignment start() {
        DropletChange what = new DropletChange("launch i-1 1", "i-1", DropletChange.Kind.START);
        return assigned(new Work.Change(DROPLET, NOW, NOW.plusSeconds(90), what, 1));
    }

    private static Assignment assigned(Work work) {
        return new Assignment(work, 1, NOW, UNTIL, work.deadline(), true, false);
    }
}
