package emptyrecord.route53.core;

import java.util.List;

/** The outcome of a batch: all of it, or nothing. */
public sealed interface BatchResult {

    /** Every change holds; {@code next} is the zone with all of them. */
    record Accepted(ZoneData next) implements BatchResult {}

    /** Nothing was changed; one reason for each wrong change. */
    record Refused(List<String> reasons) implements BatchResult {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
