package emptyrecord.control.page.core;

import emptyrecord.night.facts.AwsTimeLine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** AWS's time line of the night as the page shows it beside ours. */
public final class AwsNight {

    /**
     * A mark on the axis.
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

    /** The moments that the axis has room for. */
    public static final List<Entry> ENTRIES = AwsTimeLine.MOMENTS.stream()
            .filter(m -> m.label() != null)
            .map(AwsNight::entry)
            .toList();

    private AwsNight() {}

    private static Entry entry(AwsTimeLine.Moment m) {
        return new Entry(m.fact(), m.minute(), Objects.requireNonNull(m.label()), m.byOperators(), m.milestone());
    }
}
