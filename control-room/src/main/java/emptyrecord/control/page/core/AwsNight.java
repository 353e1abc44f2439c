package emptyrecord.control.page.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's own time line of the night, for the page to show beside ours. */
public final class AwsNight {

    /** T+ of the declared end (F24). */
    public static final double END = 872;

    /**
     * Something AWS tells.
     *
     * @param at T+ minutes
     * @param operator whether people did it
     * @param milestone the judge's milestone that is the same thing here; null when none is
     */
    public record Entry(
            String fact,
            double at,
            String what,
            boolean operator,
            @Nullable String milestone) {}

    public static final List<Entry> ENTRIES = List.of(
            new Entry("F2", 0, "Record empty", false, "record-empty"),
            new Entry("F5", 50, "Cause identified", true, null),
            new Entry("F6", 87, "Stopgap for internal tools", true, null),
            new Entry("F8", 157, "DNS restored by hand", true, "dns-restored"),
            new Entry("F10", 172, "Customers reach DynamoDB", false, "dynamodb-good"),
            new Entry("F12", 266, "Throttle and restarts", true, null),
            new Entry("F13", 340, "Leases held again", false, "leases-held"),
            new Entry("F14", 342, "Connection errors begin", false, "connection-errors-begin"),
            new Entry("F16", 393, "Network state late", false, "delay-over-10"),
            new Entry("F17", 424, "Health checks seen failing", false, "zone-out"),
            new Entry("F19", 588, "Failover off", true, "connection-errors-end"),
            new Entry("F20", 648, "Propagation normal", false, "delay-normal"),
            new Entry("F21", 695, "Throttles relaxed", true, null),
            new Entry("F22", 842, "Launches normal", false, "launches-normal"),
            new Entry("F23", 861, "Failover on again", true, null),
            new Entry("F24", END, "Declared end", false, "all-green"));

    private AwsNight() {}
}
