package emptyrecord.droplets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.Obedience;
import emptyrecord.api.droplet.StateReport;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway before the droplets over a real connection: one slot, and checks of two real seconds. */
class GatewayIT {

    private static final String FIRST = "droplet-1-000";
    private static final String SECOND = "droplet-1-001";
    private static final String THIRD = "droplet-1-002";

    @TempDir
    Path data;

    private Service service() {
        return service("2m");
    }

    private Service service(String renewalTime) {
        return new Service(
                data,
                "--lab.speed=60",
                "--droplets.renewal-time=" + renewalTime,
                "--droplets.time-variation=0",
                "--droplets.speed-spread=0",
                "--droplets.gateway-slots=1",
                "--droplets.gateway-queue=1");
    }

    private static Future<StateReport> asked(Dwfm host, String droplet) {
        return host.gatewayLater().checkState(host.check(droplet, 1, Dwfm.LONG));
    }

    /** The defect: the droplet is asked all the same, and its slot is used for nobody. */
    @Test
    void aCallThatIsGivenUpIsServedAllTheSame() throws Exception {
        try (Service service = service();
                Dwfm host = new Dwfm("dwfm-1", service.grpcPort())) {
            Future<StateReport> first = asked(host, FIRST);
            await().until(() -> service.get("/state").contains("\"busy\":1,\"waiting\":0"));
            Future<StateReport> second = asked(host, SECOND);
            await().until(() -> service.get("/state").contains("\"busy\":1,\"waiting\":1"));
            second.cancel(true);
            await().until(() -> service.get("/state").contains("\"cancelled\":1"));
            assertThat(service.get("/state")).contains("\"busy\":1,\"waiting\":1");

            assertThat(first.get(1, TimeUnit.MINUTES).getObedience()).isEqualTo(Obedience.OBEYED);
            await().until(() -> service.get("/state").contains("\"busy\":0,\"waiting\":0,\"served\":2,\"wasted\":1"));
            assertThat(service.get("/state")).contains("\"leasesObeyed\":2");
        }
    }

    /** Its END may have come another way meanwhile, so a START that is served now would run for ever. */
    @Test
    void aChangeThatIsGivenUpUsesItsSlotAndReachesNoDroplet() throws Exception {
        try (Service service = service();
                Dwfm host = new Dwfm("dwfm-1", service.grpcPort())) {
            host.checked(SECOND, 1);
            Future<StateReport> first = asked(host, FIRST);
            await().until(() -> service.get("/state").contains("\"busy\":1,\"waiting\":0"));
            assertThatThrownBy(() -> host.gateway()
                            .withDeadlineAfter(1, TimeUnit.SECONDS)
                            .change(host.change(SECOND, 1, "i-00000001", InstanceChange.Kind.START)))
                    .satisfies(e ->
                            assertThat(Status.fromThrowable(e).getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
            assertThat(host.agents()
                            .change(host.change(SECOND, 1, "i-00000001", InstanceChange.Kind.END))
                            .getObedience())
                    .as("its END, directly")
                    .isEqualTo(Obedience.OBEYED);

            assertThat(first.get(1, TimeUnit.MINUTES).getObedience()).isEqualTo(Obedience.OBEYED);
            await().until(() -> service.get("/state").contains("\"busy\":0,\"waiting\":0,\"served\":2,\"wasted\":1"));
            assertThat(service.get("/state")).contains("\"instancesRunning\":0");
        }
    }

    /** The remedy: nobody's slot is used for it, and its droplet is not asked. */
    @Test
    void withTheGuardItIsDropped() throws Exception {
        try (Service service = service();
                Dwfm host = new Dwfm("dwfm-1", service.grpcPort())) {
            service.send("PUT", "/guards/droplets.drop-abandoned", "{\"on\":true}");
            Future<StateReport> first = asked(host, FIRST);
            await().until(() -> service.get("/state").contains("\"busy\":1,\"waiting\":0"));
            assertThatThrownBy(() -> host.gateway()
                            .withDeadlineAfter(1, TimeUnit.SECONDS)
                            .checkState(host.check(SECOND, 1, Dwfm.LONG)))
                    .satisfies(e ->
                            assertThat(Status.fromThrowable(e).getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));

            assertThat(first.get(1, TimeUnit.MINUTES).getObedience()).isEqualTo(Obedience.OBEYED);
            await().until(() ->
                    service.get("/state").contains("\"busy\":0,\"waiting\":0,\"served\":1,\"wasted\":0,\"dropped\":1"));
            assertThat(service.get("/state")).contains("\"leasesObeyed\":1");
        }
    }

    @Test
    void aFullQueueTurnsCallsAway() {
        try (Service service = service();
                Dwfm host = new Dwfm("dwfm-1", service.grpcPort());
                Dwfm other = new Dwfm("dwfm-2", service.grpcPort())) {
            var one = asked(host, FIRST);
            await().until(() -> service.get("/state").contains("\"busy\":1,\"waiting\":0"));
            var two = asked(host, SECOND);
            await().until(() -> service.get("/state").contains("\"waiting\":1"));
            assertThatThrownBy(() -> host.gateway().checkState(host.check(THIRD, 1, Dwfm.LONG)))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("RESOURCE_EXHAUSTED")
                    .hasMessageContaining("droplets.gateway-queue (1)");
            assertThat(other.gateway()
                            .checkState(other.check("droplet-2-000", 1, Dwfm.LONG))
                            .getObedience())
                    .as("the next host's droplets have a gateway of their own")
                    .isEqualTo(Obedience.OBEYED);
            await().until(() -> one.isDone() && two.isDone());
            assertThat(service.get("/state")).contains("\"turnedAway\":1");
        }
    }

    @Test
    void changesPassItToo() {
        try (Service service = service("1s");
                Dwfm host = new Dwfm("dwfm-1", service.grpcPort())) {
            host.checked(FIRST, 1);
            assertThat(host.gateway()
                            .change(host.change(FIRST, 1, "i-00000001", InstanceChange.Kind.START))
                            .getObedience())
                    .isEqualTo(Obedience.OBEYED);
            assertThat(host.gateway()
                            .change(host.change(SECOND, 1, "i-00000001", InstanceChange.Kind.START))
                            .getObedience())
                    .as("refused at once, and the slot is free again")
                    .isEqualTo(Obedience.NO_LEASE);
            assertThat(service.get("/state")).contains("\"busy\":0").contains("\"instancesRunning\":1");
        }
    }

    @Test
    void whatCannotBeAskedTakesNoPlace() {
        try (Service service = service();
                Dwfm host = new Dwfm("dwfm-1", service.grpcPort())) {
            assertThatThrownBy(() -> host.gateway().checkState(host.check("droplet-9-000", 1, Dwfm.LONG)))
                    .hasMessageContaining("NOT_FOUND");
            assertThatThrownBy(() -> host.gateway().checkState(host.check("droplet", 1, Dwfm.LONG)))
                    .hasMessageContaining("INVALID_ARGUMENT");
            assertThat(service.get("/state")).contains("\"busy\":0,\"waiting\":0,\"served\":0");
        }
    }
}
