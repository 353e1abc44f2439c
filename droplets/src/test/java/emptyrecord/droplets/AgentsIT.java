package emptyrecord.droplets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.ChangeReport;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateReport;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agents over a real connection. */
class AgentsIT {

    private static final String DROPLET = "droplet-1-000";

    @TempDir
    Path data;

    @Test
    void aDropletObeysTheNewestEpochAndTellsTheOthersWhom() {
        try (Service service = new Service(data, "--lab.speed=1000");
                Dwfm first = new Dwfm("dwfm-1", service.grpcPort());
                Dwfm second = new Dwfm("dwfm-2", service.grpcPort())) {
            assertThat(first.checked(DROPLET, 7)).satisfies(r -> {
                assertThat(r.getObedience()).isEqualTo(Obedience.OBEYED);
                assertThat(r.getObeyed()).isEqualTo(first.holder(7));
            });
            assertThat(second.checked(DROPLET, 7).getObedience()).isEqualTo(Obedience.EPOCH_TOO_OLD);
            assertThat(second.checked(DROPLET, 8).getObeyed()).isEqualTo(second.holder(8));
            StateReport fenced = first.checked(DROPLET, 7);
            assertThat(fenced.getObedience()).isEqualTo(Obedience.EPOCH_TOO_OLD);
            assertThat(fenced.getObeyed()).isEqualTo(second.holder(8));
            assertThat(first.started(DROPLET, 7, "i-00000001").getObedience()).isEqualTo(Obedience.EPOCH_TOO_OLD);
            assertThat(service.get("/events"))
                    .contains("droplet-refused-older-holder")
                    .contains("\"obeyed\":\"dwfm-2\"");
            assertThat(service.get("/droplets?host=dwfm-1&limit=1"))
                    .contains("\"droplet\":\"" + DROPLET + "\",\"holder\":\"dwfm-2\",\"epoch\":8,");
        }
    }

    @Test
    void aHolderStartsEndsAndRebootsUntilItsLeaseIsOver() {
        try (Service service = new Service(data, "--lab.speed=1000", "--droplets.instances-per-droplet=1");
                Dwfm holder = new Dwfm("dwfm-1", service.grpcPort())) {
            assertThat(holder.started(DROPLET, 1, "i-00000001").getObedience()).isEqualTo(Obedience.NO_LEASE);
            holder.checked(DROPLET, 1);
            assertThat(holder.started(DROPLET, 1, "i-00000001").getObedience()).isEqualTo(Obedience.OBEYED);
            assertThat(holder.started(DROPLET, 1, "i-00000001").getObedience()).isEqualTo(Obedience.OBEYED);
            ChangeReport full = holder.started(DROPLET, 1, "i-00000002");
            assertThat(full.getObedience()).isEqualTo(Obedience.NO_ROOM);
            assertThat(holder.agents()
                            .change(holder.change(DROPLET, 1, "i-00000001", InstanceChange.Kind.REBOOT))
                            .getObedience())
                    .isEqualTo(Obedience.OBEYED);
            assertThat(holder.checked(DROPLET, 2).getRunning()).isEqualTo(1);
            holder.agents().change(holder.change(DROPLET, 1, "i-00000001", InstanceChange.Kind.END));
            assertThat(service.get("/state")).contains("\"instancesRunning\":0");
            holder.agents().checkState(holder.check(DROPLET, 3, 0));
            assertThat(holder.started(DROPLET, 3, "i-00000003").getObedience()).isEqualTo(Obedience.NO_LEASE);
            assertThat(service.get("/state"))
                    .contains("\"leasesObeyed\":0")
                    .contains("\"never_held\":1")
                    .contains("\"lease_over\":1")
                    .contains("\"no_room\":1");
        }
    }

    /** On one connection, and no platform thread waits with them. */
    @Test
    void thousandsOfChecksAreUnderWayTogether() {
        try (Service service = new Service(data, "--lab.speed=1", "--droplets.renewal-time=1h")) {
            try (Dwfm holder = new Dwfm("dwfm-1", service.grpcPort())) {
                int threads = Thread.getAllStackTraces().size();
                twoThousand(holder);
                await().until(() -> service.get("/state").contains("\"checks\":{\"inFlight\":2000"));
                assertThat(Thread.getAllStackTraces()).hasSizeLessThan(threads + 50);
            }
            await().until(() -> service.get("/state").contains("\"cancelled\":2000"));
            assertThat(service.get("/state"))
                    .contains("\"checks\":{\"inFlight\":0,\"byOutcome\":{\"obeyed\":0,")
                    .contains("\"leasesObeyed\":62");
        }
    }

    @Test
    void everyOneOfThousandsOfChecksIsAnswered() throws Exception {
        try (Service service = new Service(data);
                Dwfm holder = new Dwfm("dwfm-1", service.grpcPort())) {
            for (Future<StateReport> answer : twoThousand(holder)) {
                assertThat(answer.get(1, TimeUnit.MINUTES).getObedience()).isEqualTo(Obedience.OBEYED);
            }
            assertThat(service.get("/state")).contains("\"inFlight\":0,\"byOutcome\":{\"obeyed\":2000,");
        }
    }

    private static List<Future<StateReport>> twoThousand(Dwfm holder) {
        List<Future<StateReport>> answers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            answers.add(holder.later().checkState(holder.check("droplet-1-%03d".formatted(i % 62), 1, Dwfm.LONG)));
        }
        return answers;
    }

    @Test
    void aCallerThatGivesUpTakesItsCheckWithItButTheDropletObeys() {
        try (Service service = new Service(data, "--lab.speed=1", "--droplets.renewal-time=1h");
                Dwfm holder = new Dwfm("dwfm-1", service.grpcPort())) {
            assertThatThrownBy(() -> holder.agents()
                            .withDeadlineAfter(500, TimeUnit.MILLISECONDS)
                            .checkState(holder.check(DROPLET, 1, Dwfm.LONG)))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("DEADLINE_EXCEEDED");
            await().until(() -> service.get("/state").contains("\"cancelled\":1"));
            assertThat(service.get("/state")).contains("\"inFlight\":0").contains("\"leasesObeyed\":1");
        }
    }

    /** Without the fault a check takes 100 incident seconds here, and the other host's droplets still do. */
    @Test
    void theFaultSlowsTheDropletsOfOneHost() {
        String[] steady = {
            "--lab.speed=100",
            "--droplets.renewal-time=100s",
            "--droplets.time-variation=0",
            "--droplets.speed-spread=0"
        };
        try (Service service = new Service(data, steady);
                Dwfm holder = new Dwfm("dwfm-1", service.grpcPort())) {
            service.send("PUT", "/chaos/slow-handshake", "{\"magnitude\":5,\"target\":\"dwfm-2\"}");
            Future<StateReport> slow = holder.later().checkState(holder.check("droplet-2-000", 1, Dwfm.LONG));
            holder.checked(DROPLET, 1);
            assertThat(slow.isDone()).isFalse();
            await().until(slow::isDone);
            assertThat(metric(service, "droplets_check_seconds_max")).isGreaterThanOrEqualTo(500);
        }
    }

    private static double metric(Service service, String name) {
        return service.get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }
}
