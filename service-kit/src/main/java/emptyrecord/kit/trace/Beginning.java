package emptyrecord.kit.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a span begins.
 *
 * @param parent none: the thread's current span; without one it begins a trace
 * @param at incident time; empty: now
 * @param links spans of other traces that this one follows from
 * @param kept whether the trace is kept whatever its name's rule says
 */
public record Beginning(TraceContext parent, Optional<Instant> at, List<TraceContext> links, boolean kept) {

    public static final Beginning NOW = new Beginning(TraceContext.NONE, Optional.empty(), List.of(), false);

    public Beginning {
        links = links.stream().filter(link -> !link.isNone()).toList();
    }

    public static Beginning under(TraceContext parent) {
        return new Beginning(parent, Optional.empty(), List.of(), false);
    }

    public static Beginning at(Instant incident) {
        return new Beginning(TraceContext.NONE, Optional.of(incident), List.of(), false);
    }

    public Beginning from(Instant incident) {
        return new Beginning(parent, Optional.of(incident), links, kept);
    }

    public Beginning linkedTo(TraceContext other) {
        return new Beginning(parent, at, List.of(other), kept);
    }

    public Beginning keptAnyway() {
        return new Beginning(parent, at, links, true);
    }
}
