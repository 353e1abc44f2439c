package emptyrecord.kit.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;

/**
 * What lives in the heap of a test and of the service in it, before inputs and after. The margin is loose: classes that
 * were loaded and buffers that are kept for the next request stay, and a leak of a run by command grows beyond it.
 */
public final class HeapWatch {

    /** Our choice: a kilobyte kept of each of 32,000 inputs is found. */
    private static final long MARGIN_BYTES = 32L << 20;

    private final long before = live();

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Waits until what lives has shrunk to what lived before, and the margin. */
    public void assertBounded() {
        await().untilAsserted(() -> assertThat(live())
                .as("bytes that live after the inputs; %s lived before them", before)
                .isLessThan(before + MARGIN_BYTES));
    }
}
