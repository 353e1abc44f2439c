package emptyrecord.kit.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is in a service's heap beside the requests in hand, in megabytes, rounded up.
 *
 * @param live after a full collection in a steady region at speed 60 ({@code jcmd PID GC.run}, then {@code GC.heap_info})
 * @param stored what clients may put in beside it, within the service's own bounds; a test of the service adds them up
 */
public record HeapContent(int live, int stored) {

    /** By jar. DynamoDB's live part is what {@code HeapPlan} says that the service lives on. */
    private static final Map<String, HeapContent> SHIPPED = new LinkedHashMap<>();

    static {
        SHIPPED.put("fake-route53", new HeapContent(18, 9));
        SHIPPED.put("dns-planner", new HeapContent(18, 0));
        SHIPPED.put("fake-dynamo", new HeapContent(26, 30));
        SHIPPED.put("dns-enactor", new HeapContent(23, 0));
        SHIPPED.put("droplets", new HeapContent(19, 17));
        SHIPPED.put("dwfm", new HeapContent(36, 14));
        SHIPPED.put("network-manager", new HeapContent(17, 0));
        SHIPPED.put("nlb-healthcheck", new HeapContent(22, 0));
        SHIPPED.put("control-room", new HeapContent(29, 0));
    }

    /** @param jar the service's jar without the ending */
    public static HeapContent of(String jar) {
        return Objects.requireNonNull(SHIPPED.get(jar), jar);
    }

    public long storedBytes() {
        return (long) stored << 20;
    }

    /** All of it. */
    public long bytes() {
        return (long) (live + stored) << 20;
    }
}
