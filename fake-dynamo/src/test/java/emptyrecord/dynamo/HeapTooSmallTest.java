package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A heap too small for the requests that may arrive at once stops the start, with or without a configured bound. */
class HeapTooSmallTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long MANAGEMENT = 6 * MEGABYTE;

    @Test
    void aSmallHeapStopsTheStart() {
        assertThatThrownBy(() -> DynamoConfiguration.plan(40 * MEGABYTE, 0, MANAGEMENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is too small")
                .hasMessageContaining("-Xmx");
        assertThatThrownBy(() -> DynamoConfiguration.plan(40 * MEGABYTE, MEGABYTE, MANAGEMENT))
                .hasMessageContaining("is too small");
        assertThat(DynamoConfiguration.plan(63 * MEGABYTE, 0, MANAGEMENT).sum()).isLessThanOrEqualTo(63 * MEGABYTE);
    }

    @Test
    void moreStoredThanThereIsRoomForStopsIt() {
        assertThatThrownBy(() -> DynamoConfiguration.plan(63 * MEGABYTE, 30 * MEGABYTE, MANAGEMENT))
                .hasMessageContaining("dynamo.stored-max");
        assertThat(DynamoConfiguration.plan(63 * MEGABYTE, MEGABYTE, MANAGEMENT).stored())
                .isEqualTo(MEGABYTE);
    }
}
