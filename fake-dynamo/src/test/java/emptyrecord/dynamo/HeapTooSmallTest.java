package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A heap too small for the requests that may arrive at once stops the start, and says what to do. */
class HeapTooSmallTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long MANAGEMENT = 6 * MEGABYTE;

    @Test
    void aSmallHeapStopsTheStart() {
        assertThatThrownBy(() -> DynamoConfiguration.plan(40 * MEGABYTE, MANAGEMENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is too small")
                .hasMessageContaining("-Xmx");
        assertThat(DynamoConfiguration.plan(63 * MEGABYTE, MANAGEMENT).sum()).isLessThanOrEqualTo(63 * MEGABYTE);
    }
}
