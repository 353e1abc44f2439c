package emptyrecord.e2e.observability;

import emptyrecord.api.event.EventKind;
import emptyrecord.e2e.LabRun;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns T+ minutes of a run into the wall time that Prometheus keeps. */
record Span(Instant zero, double speed) {

    private static final JsonMapper JSON = new JsonMapper();

    static Span of(LabRun run) {
        JsonNode report = run.report();
        return new Span(
                Instant.parse(report.path("zero").asString()),
                report.path("settings").path("speed").asDouble());
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
                .map(JSON::readTree)
                .filter(e -> kind.is(e.path("kind").asString()))
                .map(e -> Instant.parse(e.path("wall").asString()))
                .min(Instant::compareTo)
                .orElseThrow(() -> new AssertionError("the run left no event " + kind.word()));
    }
}
