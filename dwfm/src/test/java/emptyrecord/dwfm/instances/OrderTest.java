package emptyrecord.dwfm.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.Instance.Cause;
import emptyrecord.dwfm.instances.Instance.Life;
import emptyrecord.dwfm.instances.Instance.State;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which states accept an order, and where it leads: EC2's "Instance lifecycle". */
class OrderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "RUNNING, STOP, STOPPING",
        "STOPPING, STOP, STOPPING",
        "STOPPED, STOP, STOPPED",
        "SHUTTING_DOWN, STOP, IncorrectInstanceState",
        "TERMINATED, STOP, IncorrectInstanceState",
        "RUNNING, REBOOT, RUNNING",
        "STOPPING, REBOOT, IncorrectInstanceState",
        "STOPPED, REBOOT, IncorrectInstanceState",
        "SHUTTING_DOWN, REBOOT, SHUTTING_DOWN",
        "TERMINATED, REBOOT, TERMINATED",
        "RUNNING, TERMINATE, SHUTTING_DOWN",
        "STOPPING, TERMINATE, SHUTTING_DOWN",
        "STOPPED, TERMINATE, TERMINATED",
        "SHUTTING_DOWN, TERMINATE, SHUTTING_DOWN",
        "TERMINATED, TERMINATE, TERMINATED"
    })
    void statesAndOrders(State before, Order order, String after) {
        Instance instance = instance(before);
        if (after.equals("IncorrectInstanceState")) {
            assertThatThrownBy(() -> order.orderedBy(Cause.USER, instance, NOW))
                    .isInstanceOfSatisfying(
                            Ec2Exception.class,
                            e -> assertThat(e.error()).isEqualTo(Ec2Error.INCORRECT_INSTANCE_STATE));
        } else {
            assertThat(order.orderedBy(Cause.USER, instance, NOW).state()).isEqualTo(State.valueOf(after));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, STOP, false, true, stopped. Modify its 'disableApiStop'",
        "RUNNING, TERMINATE, false, true, terminated. Modify its 'disableApiStop'",
        "RUNNING, TERMINATE, true, false, terminated. Modify its 'disableApiTermination'",
        "STOPPED, TERMINATE, true, false, terminated. Modify its 'disableApiTermination'"
    })
    void protectedInstancesAreRefusedToCallersOfTheApiOnly(
            State state, Order order, boolean termination, boolean stop, String message) {
        Instance unprotected = instance(state);
        InstanceOptions options =
                InstanceOptions.DEFAULT.withDisableApiTermination(termination).withDisableApiStop(stop);
        Instance instance = unprotected.withKind(unprotected.kind().withOptions(options));
        assertThatThrownBy(() -> order.orderedBy(Cause.USER, instance, NOW))
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(Ec2Error.OPERATION_NOT_PERMITTED))
                .hasMessageContaining(message);
        assertThat(order.orderedBy(Cause.GUEST, instance, NOW).life().cause()).isEqualTo(Cause.GUEST);
        assertThat(Order.REBOOT
                        .orderedBy(Cause.USER, instance(State.RUNNING), NOW)
                        .state())
                .isEqualTo(State.RUNNING);
    }

    @Test
    void ec2SeesAShutdownFromInsideOnlyWhenItIsCarriedOut() {
        Instance halted = Order.STOP.orderedBy(Cause.GUEST, instance(State.RUNNING), NOW);
        assertThat(halted.state()).isEqualTo(State.RUNNING);
        Instance stopped = Order.STOP.carriedOut(halted, NOW);
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.life().cause()).isEqualTo(Cause.GUEST);
        assertThat(stopped.news()).as("placed, and left").isEqualTo(2);
    }

    @Test
    void aRebootWaitsBehindNothingElseAndChangesNothingButTheOrder() {
        Instance running = instance(State.RUNNING);
        Instance ordered = Order.REBOOT.orderedBy(Cause.USER, running, NOW);
        assertThat(ordered.life().order()).isEqualTo(Order.REBOOT);
        assertThat(Order.REBOOT.carriedOut(ordered, NOW)).isEqualTo(running);
        Instance stopping = Order.STOP.orderedBy(Cause.USER, ordered, NOW);
        assertThat(stopping.life().order()).as("a stop replaces it").isEqualTo(Order.STOP);
    }

    @Test
    void anOrderIsOfOnePlacementOnly() {
        Instance stopping = Order.STOP.orderedBy(Cause.USER, instance(State.RUNNING), NOW);
        Order.Subject subject = Order.Subject.of(stopping);
        assertThat(Order.Subject.parse(subject.toString())).isEqualTo(subject);
        assertThat(subject.isOf(stopping)).isTrue();
        Instance again = Order.STOP.carriedOut(stopping, NOW).placedOn(new DropletId(2, 3), NOW);
        assertThat(again.news()).as("placed, left, placed").isEqualTo(3);
        assertThat(subject.isOf(Order.STOP.orderedBy(Cause.USER, again, NOW))).isFalse();
        assertThatThrownBy(() -> Order.Subject.parse("launch-1")).hasMessageContaining("no order");
    }

    private static Instance instance(State state) {
        LaunchSpec.Kind kind = new LaunchSpec.Kind("ami-1", "m7i.large", Map.of());
        Instance.Launch launch = new Instance.Launch("r-0", LaunchSpec.ClientToken.NONE, 1, 0, NOW);
        return new Instance(
                1, "i-00000000000000001", new DropletId(1, 2), "us-east-1a", state, kind, launch, Life.launched(NOW));
    }
}
