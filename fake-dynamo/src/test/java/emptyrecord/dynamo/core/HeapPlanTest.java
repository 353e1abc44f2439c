package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.store.StoreLimits;
import emptyrecord.kit.limits.Heap;
import emptyrecord.kit.testkit.HeapContent;
import emptyrecord.kit.testkit.ShippedHeaps;
import emptyrecord.kit.testkit.ShippedLimits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Heaps and limits agree: everything that may arrive together fits into the shipped heap. */
class HeapPlanTest {

    /** Memory that a JVM does not count as its heap: one of the two survivor spaces of an 8 MB young generation. */
    private static final long SURVIVOR = 1 << 20;

    private static final int REGIONS_CONNECTIONS = 100;

    @Test
    void allSharesFitIntoTheShippedHeap() {
        long heap = shipped() - SURVIVOR;
        assertThat(HeapPlan.of(heap, management()).sum()).isLessThanOrEqualTo(heap);
    }

    @Test
    void theLargestRequestAndTheLongestPageFitIntoTheirShares() {
        HeapPlan plan = HeapPlan.of(shipped() - SURVIVOR, management());
        byte[] largest = "x".repeat(JsonLength.ITEM_MAX).getBytes(StandardCharsets.US_ASCII);
        assertThat(plan.work()).isGreaterThan(RequestCost.of(largest, largest.length));
        assertThat(plan.replies()).isGreaterThan(3L << 20);
        assertThat(plan.arriving()).isGreaterThan(JsonLength.ITEM_MAX);
        assertThat(plan.connectionsMax()).isGreaterThan(REGIONS_CONNECTIONS);
    }

    /** A page fits beside the request for it, and the store's parts into its share. */
    @Test
    void aPageAndTheStoreHaveTheirShares() {
        HeapPlan plan = HeapPlan.of(shipped() - SURVIVOR, management());
        assertThat(plan.work()).isGreaterThan(HeapPlan.PAGE + (1 << 20));
        long buffers = plan.store() - plan.cache() - plan.definitions() - StoreLimits.TOKENS_HEAP;
        assertThat(buffers).as("a group and its chunk").isGreaterThan(2 << 20);
    }

    /** The management port's own limits are left free for it. */
    @Test
    void theManagementPortHasItsShare() {
        long heap = shipped() - SURVIVOR;
        HeapPlan without = HeapPlan.of(heap, 0);
        HeapPlan with = HeapPlan.of(heap, management());
        assertThat(management()).isGreaterThan(1 << 20);
        assertThat(with.sum()).isLessThanOrEqualTo(heap);
        assertThat(with.store()).isLessThan(without.store());
        assertThat(with.sum() - HeapPlan.OWN - management())
                .as("what docs/limits.md and LimitsFitHeapsTest count as stored")
                .isLessThanOrEqualTo(HeapContent.of("fake-dynamo").storedBytes());
        assertThat(HeapPlan.OWN >> 20).isEqualTo(HeapContent.of("fake-dynamo").live());
        assertThat(without.sum() + management())
                .as("it has not room beside the others' shares")
                .isGreaterThan(heap);
    }

    private static long management() {
        return Heap.worstBytes(ShippedLimits.of("fake-dynamo"));
    }

    private static long shipped() {
        return (long) ShippedHeaps.megabytes("fake-dynamo") << 20;
    }
}
