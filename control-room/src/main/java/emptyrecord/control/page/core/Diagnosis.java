package emptyrecord.control.page.core;

import emptyrecord.control.page.core.Finding.Role;
import emptyrecord.control.watch.core.Scene;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells cause from symptom by one rule. An ill place is a symptom while a place that would explain its state is ill
 * ({@link Seen#blames}). Otherwise it is a cause: its trouble is its own, even if another place began it. So DWFM is a
 * symptom while the name is empty, and the cause from then on while its queue keeps it down (F11). Customers are never
 * a cause: a place that refuses them is not well ({@link Callers}). The rule looks at observations, at no fault and no
 * guard.
 */
public final class Diagnosis {

    private Diagnosis() {}

    /** Findings for all places, in the order of {@link Place}. */
    public static List<Finding> of(Scene scene) {
        Map<Place, Seen> seen = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            seen.put(place, Vitals.of(place, scene));
        }
        List<Finding> findings = new ArrayList<>();
        for (Place place : Place.values()) {
            findings.add(finding(place, seen));
        }
        return findings;
    }

    /** The gravest cause; the first in the data flow if there are several. */
    public static Optional<Finding> cause(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.role() == Role.CAUSE)
                .reduce((a, b) -> b.health().compareTo(a.health()) > 0 ? b : a);
    }

    private static Finding finding(Place place, Map<Place, Seen> seen) {
        Seen here = seen(seen, place);
        if (!here.health().ill()) {
            return new Finding(place, here.health(), Role.NONE, here.because(), null);
        }
        Optional<Place> of = here.blames().stream()
                .sorted()
                .filter(p -> seen(seen, p).health().ill())
                .reduce((a, b) -> seen(seen, b).health().compareTo(seen(seen, a).health()) > 0 ? b : a);
        boolean symptom = of.isPresent() || place == Place.CUSTOMERS;
        return new Finding(place, here.health(), symptom ? Role.SYMPTOM : Role.CAUSE, here.because(), of.orElse(null));
    }

    private static Seen seen(Map<Place, Seen> seen, Place place) {
        return Objects.requireNonNull(seen.get(place));
    }
}
