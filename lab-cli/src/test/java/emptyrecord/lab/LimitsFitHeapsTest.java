package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.limits.Heap;
import emptyrecord.kit.limits.LimitSettings;
import emptyrecord.kit.testkit.HeapContent;
import emptyrecord.kit.testkit.ShippedLimits;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import org.junit.jupiter.api.Test;

/**
 * The load that each service's limits allow at once fits into its heap, together with its own data and the data that
 * clients may store. This test fails when a limit is raised or a heap is lowered too far.
 */
class LimitsFitHeapsTest {

    private static final long MEGABYTE = 1024 * 1024;

    /** The young generation's second survivor space is never filled: a tenth of {@code -Xmn8m}. */
    private static final long NEVER_USED = 800 * 1024;

    @Test
    void whatTheLimitsAllowAtOnceFitsBesideWhatIsHeld() {
        for (ServiceSpec service : RegionLayout.FIRST.services()) {
            HeapContent held = HeapContent.of(service.jar());
            long allowed = Heap.worstBytes(ShippedLimits.of(service.jar()));
            assertThat(held.bytes() + allowed)
                    .as(
                            "%s: %d MB live, %d MB that clients store and %d KB that its limits allow, against -Xmx%dm",
                            service.name(), held.live(), held.stored(), allowed / 1024, service.heapMegabytes())
                    .isLessThanOrEqualTo(service.heapMegabytes() * MEGABYTE - NEVER_USED);
        }
    }

    @Test
    void theSumFindsARaisedLimitAndALoweredHeap() {
        LimitSettings shipped = ShippedLimits.of("control-room");
        assertThat(shipped.connectionsMax()).as("read from application.yml").isEqualTo(256);
        long heap = RegionLayout.named("control-room", RegionLayout.FIRST.services())
                        .heapMegabytes()
                * MEGABYTE;
        LimitSettings raised = new LimitSettings(
                4096,
                shipped.headerTime(),
                shipped.bodyTime(),
                shipped.idleTime(),
                shipped.ioTime(),
                shipped.headerMax(),
                shipped.headersMax(),
                shipped.parametersMax(),
                shipped.bodyMax(),
                shipped.bodiesMax(),
                shipped.rooms(),
                shipped.jsonDepthMax(),
                shipped.jsonTokensMax());
        assertThat(Heap.worstBytes(raised)).isGreaterThan(heap);
    }
}
