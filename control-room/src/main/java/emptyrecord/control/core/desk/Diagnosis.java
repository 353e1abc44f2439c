package emptyrecord.control.core.desk;

import emptyrecord.control.core.desk.Finding.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells cause from symptom by one rule: an ill place is a symptom while anything it depends on is ill, and a cause when
 * everything it depends on is well: then what is wrong is its own, even if another began it. So DWFM is a symptom while
 * the name is empty, and the cause from then on while its queue keeps it down (F11). The rule looks at what is seen, at
 * no fault and no guard.
 */
public final class Diagnosis {

    private Diagnosis() {}

    /** Findings for all places, in the order of {@link Place}. */
    public static List<Finding> of(Scene scene) {
        Map<Place, Vitals.Seen> seen = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            seen.put(place, Vitals.of(place, scene));
        }
        List<Finding> findings = new ArrayList<>();
        for (Place place : Place.values()) {
            findings.add(finding(place, seen));
        }
        return findings;
    }

    /** The gravest cause; the first on the way of data if there are several. */
    public static Optional<Finding> cause(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.role() == Role.CAUSE)
                .reduce((a, b) -> b.health().compareTo(a.health()) > 0 ? b : a);
    }

    private static Finding finding(Place place, Map<Place, Vitals.Seen> seen) {
        Vitals.Seen here = seen(seen, place);
        if (!here.health().ill()) {
            return new Finding(place, here.health(), Role.NONE, here.because(), null);
        }
        return place.needs().stream()
                .filter(p -> seen(seen, p).health().ill())
                .reduce((a, b) -> seen(seen, b).health().compareTo(seen(seen, a).health()) > 0 ? b : a)
                .map(p -> new Finding(place, here.health(), Role.SYMPTOM, here.because(), p))
                .orElseGet(() -> new Finding(place, here.health(), Role.CAUSE, here.because(), null));
    }

    private static Vitals.Seen seen(Map<Place, Vitals.Seen> seen, Place place) {
        return Objects.requireNonNull(seen.get(place));
    }
}
