package emptyrecord.kit.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PointsTest implements PointListener {

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Points points = new Points(() -> now, this);
    private final AtomicInteger passes = new AtomicInteger();

    PointsTest() {
        points.declare("before-flip", "next is the flip");
        points.declare("after-flip", "the flip has been");
    }

    private Thread walks(String target) {
        return Thread.ofVirtual().start(() -> {
            points.pass("before-flip", target, Map.of("plan", 7));
            passes.incrementAndGet();
        });
    }

    private void awaitStanding() {
        await().until(() -> points.all().getFirst().standing().isPresent());
    }

    @Test
    void nothingHeldIsPassedWithoutAWord() throws Exception {
        walks("regional").join();
        assertThat(told).isEmpty();
    }

    @Test
    void oneStepIsReleasedAndTheNextIsHeldAgain() throws Exception {
        points.hold("before-flip", Optional.empty(), Points.LEASE);
        Thread first = walks("regional");
        awaitStanding();
        assertThat(points.all().getFirst().standing().orElseThrow().ids()).containsEntry("plan", 7);
        points.release("before-flip");
        first.join();
        walks("regional");
        await().until(() -> points.all().getFirst().timesReached() == 2);
        assertThat(passes).hasValue(1);
        points.letAllGo();
        await().until(() -> passes.get() == 2);
        assertThat(told)
                .containsExactly(
                        "held before-flip *",
                        "reached before-flip regional",
                        "released before-flip",
                        "reached before-flip regional",
                        "let go before-flip");
    }

    @Test
    void onlyTheTargetIsHeld() throws Exception {
        points.hold("before-flip", Optional.of("regional"), Points.LEASE);
        walks("fips").join();
        walks("regional");
        awaitStanding();
        points.letGo("before-flip");
        await().until(() -> passes.get() == 2);
    }

    @Test
    void aDeadConductorsHoldRunsOutUnlessRenewed() {
        points.hold("before-flip", Optional.empty(), Duration.ofSeconds(60));
        walks("regional");
        awaitStanding();
        now = now.plusSeconds(59);
        points.hold("before-flip", Optional.empty(), Duration.ofSeconds(60));
        now = now.plusSeconds(59);
        assertThat(points.all().getFirst().standing()).isPresent();
        now = now.plusSeconds(2);
        await().until(() -> passes.get() == 1);
        assertThat(told).endsWith("expired before-flip").containsOnlyOnce("held before-flip *");
    }

    @Test
    void aFrozenServiceIsNotHeld() {
        points.hold("before-flip", Optional.empty(), Points.LEASE);
        walks("regional");
        awaitStanding();
        points.cutShort();
        await().until(() -> passes.get() == 1);
        assertThat(points.all().getFirst().hold()).as("the hold itself stays").isPresent();
    }

    @Test
    void badInputSaysWhatToDo() {
        assertThatThrownBy(() -> points.hold("before-lunch", Optional.empty(), Points.LEASE))
                .isInstanceOf(UnknownPointException.class)
                .hasMessageContaining("before-flip, after-flip");
        assertThatThrownBy(() -> points.hold("before-flip", Optional.empty(), Duration.ZERO))
                .hasMessageContaining("1 to 3600 seconds");
        assertThatThrownBy(() -> points.release("after-flip")).hasMessageContaining("it is not held");
        points.hold("before-flip", Optional.empty(), Points.LEASE);
        assertThatThrownBy(() -> points.release("before-flip"))
                .hasMessageContaining("nothing stands at before-flip yet");
    }

    @Override
    public void held(String point, String target) {
        told.add("held " + point + " " + target);
    }

    @Override
    public void reached(String point, Standing who) {
        told.add("reached " + point + " " + who.target());
    }

    @Override
    public void released(String point) {
        told.add("released " + point);
    }

    @Override
    public void letGo(String point) {
        told.add("let go " + point);
    }

    @Override
    public void expired(String point) {
        told.add("expired " + point);
    }
}
