package emptyrecord.droplets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import emptyrecord.api.droplet.Holder;
import emptyrecord.api.droplet.InstanceChange;
import emptyrecord.api.droplet.StateCheck;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad calls get an error that says what to send, and too many get one that says so. */
class BadInputIT {

    private static final String DROPLET = "droplet-1-000";

    @TempDir
    Path data;

    private static void assertStatus(ThrowingCallable call, Status.Code code, String sentence) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
            assertThat(e.getStatus().getCode()).as(e.toString()).isEqualTo(code);
            assertThat(e.getStatus().getDescription()).contains(sentence);
        });
    }

    private static void assertInvalid(ThrowingCallable call, String sentence) {
        assertStatus(call, Status.Code.INVALID_ARGUMENT, sentence);
    }

    @Test
    void aBadCallSaysWhatToSend() {
        try (Service service = new Service(data, "--lab.speed=1000");
                Dwfm dwfm = new Dwfm("dwfm-1", service.grpcPort())) {
            StateCheck good = dwfm.check(DROPLET, 1, Dwfm.LONG);
            badChecks(dwfm, good);
            badChanges(dwfm);
            assertThat(service.get("/state")).contains("\"obeyed\":0,\"refused\":0,\"cancelled\":0,\"rejected\":9,");
            assertThat(dwfm.agents().checkState(good).getRunning()).isZero();
        }
    }

    private static void badChecks(Dwfm dwfm, StateCheck good) {
        assertInvalid(() -> dwfm.agents().checkState(StateCheck.getDefaultInstance()), "droplet is missing");
        assertInvalid(() -> dwfm.checked("dwfm-1/17", 1), "droplet-2-017");
        assertStatus(() -> dwfm.checked("droplet-5-000", 1), Status.Code.NOT_FOUND, "droplet-1-000 to droplet-4-061");
        assertInvalid(
                () -> dwfm.agents().checkState(good.toBuilder().clearHolder().build()), "holder is missing");
        assertInvalid(() -> dwfm.checked(DROPLET, 0), "1 or more, not 0");
        assertInvalid(() -> dwfm.checked(DROPLET, -4), "1 or more, not -4");
        Holder nameless = Holder.newBuilder().setEpoch(1).build();
        assertInvalid(
                () -> dwfm.agents()
                        .checkState(good.toBuilder().setHolder(nameless).build()),
                "holder.name");
        assertInvalid(
                () -> dwfm.agents()
                        .checkState(good.toBuilder().setLeaseUntilMillis(-1).build()),
                "lease_until_millis");
        assertInvalid(
                () -> dwfm.agents().checkState(good.toBuilder().setDepthValue(7).build()), "RENEWAL (0)");
    }

    private static void badChanges(Dwfm dwfm) {
        assertInvalid(() -> dwfm.started(DROPLET, 1, ""), "instance is missing");
        assertInvalid(() -> dwfm.started(DROPLET, 1, "vm-1"), "i-0123456789abcdef0");
        InstanceChange unknown = dwfm.change(DROPLET, 1, "i-00000001", InstanceChange.Kind.START).toBuilder()
                .setKindValue(9)
                .build();
        assertInvalid(() -> dwfm.agents().change(unknown), "REBOOT (2)");
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        try (Service service = new Service(data);
                Dwfm dwfm = new Dwfm("dwfm-1", service.grpcPort())) {
            UnknownFieldSet ballast = UnknownFieldSet.newBuilder()
                    .addField(
                            99,
                            UnknownFieldSet.Field.newBuilder()
                                    .addLengthDelimited(ByteString.copyFrom(new byte[20_000]))
                                    .build())
                    .build();
            StateCheck tooLong = dwfm.check(DROPLET, 1, Dwfm.LONG).toBuilder()
                    .setUnknownFields(ballast)
                    .build();
            assertStatus(() -> dwfm.agents().checkState(tooLong), Status.Code.RESOURCE_EXHAUSTED, "16384");
        }
    }

    @Test
    void moreCallsThanTheBoundAreTurnedAway() {
        try (Service service =
                        new Service(data, "--lab.speed=1", "--droplets.renewal-time=1h", "--droplets.calls-max=2");
                Dwfm dwfm = new Dwfm("dwfm-1", service.grpcPort());
                Dwfm other = new Dwfm("dwfm-2", service.grpcPort())) {
            dwfm.later().checkState(dwfm.check(DROPLET, 1, Dwfm.LONG));
            dwfm.later().checkState(dwfm.check("droplet-1-001", 1, Dwfm.LONG));
            await().until(() -> service.get("/state").contains("\"inFlight\":2"));
            assertStatus(
                    () -> other.checked("droplet-2-000", 1), Status.Code.RESOURCE_EXHAUSTED, "droplets.calls-max (2)");
            assertThat(service.get("/state")).contains("\"turned_away\":1").contains("\"leasesObeyed\":2");
        }
    }

    @Test
    void moreConnectionsThanTheBoundAreClosed() throws IOException {
        try (Service service = new Service(data, "--lab.speed=1000", "--droplets.connections-max=3")) {
            List<Socket> silent = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), service.grpcPort()));
            }
            await().until(() -> service.get("/actuator/prometheus").contains("droplets_connections_refused_total 2.0"));
            // those that say nothing are closed too, so they keep nobody out for long
            await().until(() -> service.get("/actuator/prometheus").contains("droplets_connections 0.0"));
            try (Dwfm dwfm = new Dwfm("dwfm-1", service.grpcPort())) {
                assertThat(dwfm.checked(DROPLET, 1).getObeyed()).isEqualTo(dwfm.holder(1));
            }
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void theHttpFaceSaysWhatToAsk() {
        try (Service service = new Service(data)) {
            assertProblem(service.send("GET", "/droplets?host=dwfm-9", ""), "dwfm-4");
            assertProblem(service.send("GET", "/droplets?limit=0", ""), "between 1 and 10000");
            assertProblem(service.send("GET", "/droplets?from=-1", ""), "0 or more");
            assertThat(service.get("/droplets?host=dwfm-2&from=61"))
                    .isEqualTo("[{\"droplet\":\"droplet-2-061\",\"holder\":null,\"epoch\":null,\"leaseUntil\":null,"
                            + "\"running\":0}]");
        }
    }

    @Test
    void settingsThatCannotBeMeantStopTheServiceWithASentence() {
        assertThatThrownBy(() -> new Service(data, "--droplets.speed-spread=0.4").close())
                .hasStackTraceContaining("cannot be larger");
        assertThatThrownBy(() -> new Service(data, "--droplets.renewal-time=0s").close())
                .hasStackTraceContaining("must be longer than nothing");
        assertThatThrownBy(() -> new Service(data, "--droplets.address=here").close())
                .hasStackTraceContaining("droplets.address must be host:port");
    }

    @Test
    void aTakenPortIsNamed() {
        try (Service service = new Service(data.resolve("a"))) {
            assertThatThrownBy(
                            () -> new Service(data.resolve("b"), "--droplets.address=127.0.0.1:" + service.grpcPort())
                                    .close())
                    .hasStackTraceContaining("set droplets.address to another host:port")
                    .hasStackTraceContaining("cannot listen on /127.0.0.1:" + service.grpcPort());
        }
    }

    private static void assertProblem(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(sentence);
    }
}
