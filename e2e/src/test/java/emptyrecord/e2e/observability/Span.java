package emptyrecord.e2e.observability;

import static java.util.Objects.requireNonNull;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.json.ContractJson;
import emptyrecord.e2e.LabRun;
import java.time.Duration;
import java.time.Instant;

/** Turns T+ minutes of a run into the wall time that Prometheus keeps. */
record Span(Instant zero, double speed) {

    static Span of(LabRun run) {
        return new Span(requireNonNull(run.report().zero()), run.settings().speed());
    }

    Instant wall(double minutes) {
        return zero.plus(Duration.ofNanos(Math.round(minutes * 6e10 / speed)));
    }

    double minutes(Instant wall) {
        return Duration.between(zero, wall).toNanos() * speed / 6e10;
    }

    /** When the run first recorded an event of this kind. */
    static Instant first(LabRun run, EventKind kind) {
        return Project.text(run.file("events.jsonl"))
                .lines()
                .map(line -> ContractJson.MAPPER.readValue(line, Event.class))
                .filter(e -> kind.is(e.kind()))
                .map(Event::wall)
                .min(Instant::compareTo)
                .orElseThrow(() -> new AssertionError("the run left no event " + kind.word()));
    }
}
