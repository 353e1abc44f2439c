package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.kit.testkit.ShippedHeaps;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Heaps and limits agree: what may come from outside together fits into the heap that is shipped. */
class HeapPlanTest {

    /** What a JVM does not count as its heap: one of the two survivor spaces of an 8 MB young generation. */
    private static final long SURVIVOR = 1 << 20;

    private static final int REGIONS_CONNECTIONS = 100;

    @Test
    void allSharesFitIntoTheShippedHeap() {
        long heap = shipped() - SURVIVOR;
        assertThat(HeapPlan.of(heap).sum()).isLessThanOrEqualTo(heap);
        assertThat(HeapPlan.of(heap).loading() + HeapPlan.OWN).isLessThan(heap);
    }

    @Test
    void theLargestRequestAndTheLongestPageFitIntoTheirShares() {
        HeapPlan plan = HeapPlan.of(shipped() - SURVIVOR);
        byte[] largest = "x".repeat(JsonLength.ITEM_MAX).getBytes(StandardCharsets.US_ASCII);
        assertThat(plan.work()).isGreaterThan(RequestCost.of(largest, largest.length));
        assertThat(plan.replies()).isGreaterThan(3L << 20);
        assertThat(plan.arriving()).isGreaterThan(JsonLength.ITEM_MAX);
        assertThat(plan.connectionsMax()).isGreaterThan(REGIONS_CONNECTIONS);
    }

    @Test
    void aBoundOfOnesOwnChangesOnlyWhatIsStored() {
        HeapPlan plan = HeapPlan.of(64 << 20);
        assertThat(plan.withStored(5).sum() - 5).isEqualTo(plan.sum() - plan.stored());
    }

    private static long shipped() {
        return (long) ShippedHeaps.megabytes("fake-dynamo") << 20;
    }
}
