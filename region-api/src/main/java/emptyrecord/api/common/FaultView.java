package emptyrecord.api.common;

import emptyrecord.api.json.Absent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fault of one service, as {@code GET /chaos} lists it.
 *
 * @param meaning one sentence: its effect, and the fact it is based on
 * @param unit of the magnitude, for example {@code acquisitions}
 * @param min smallest magnitude that is accepted
 * @param max largest magnitude that is accepted
 * @param steps named magnitudes
 * @param targets possible restrictions of an injection; empty: none, null: any name
 * @param injected null while the fault is off
 */
public record FaultView(
        String name,
        String meaning,
        String unit,
        double min,
        double max,
        Map<String, Double> steps,
        @Nullable List<String> targets,
        @Nullable Injected injected) {

    public FaultView {
        steps = Absent.toEmpty(steps);
    }

    /**
     * An injection.
     *
     * @param magnitude in the fault's unit
     * @param target restricts it; null: everything
     * @param since wall time
     * @param until wall time at which it clears itself unless its lease is renewed; null: it stays until it is cleared
     */
    public record Injected(
            double magnitude,
            @Nullable String target,
            Instant since,
            @Nullable Instant until) {}

    public boolean on() {
        return injected != null;
    }

    /** Empty while the fault is off. */
    public Optional<Injected> injection() {
        return Optional.ofNullable(injected);
    }
}
