package emptyrecord.night.judge;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run as it lies in its folder, events and samples in the order of the wall; T+ comes from {@code record-empty}. */
public record Run(RunSettings settings, List<Event> events, List<Sample> samples) {

    public Run {
        events = List.copyOf(events);
        samples = List.copyOf(samples);
    }

    /** Wall time of T+0. */
    public Optional<Instant> zero() {
        return events.stream()
                .filter(EventKind.RECORD_EMPTY::is)
                .map(e -> Instant.parse(EventId.AT.text(e, "")))
                .findFirst();
    }

    /** The outcome that the run ended with; empty while it goes on. */
    public Optional<String> outcome() {
        return events.stream()
                .filter(e -> EventKind.REPLAY_FINISHED.is(e) || EventKind.SCENARIO_FINISHED.is(e))
                .map(e -> EventId.OUTCOME.text(e, ""))
                .findFirst();
    }

    /** Whether a replay of the night ended; a scenario's end makes no milestone late. */
    boolean nightIsOver() {
        return events.stream().anyMatch(EventKind.REPLAY_FINISHED::is);
    }

    /** T+ of a wall instant; null without T+0. */
    public @Nullable Double minutes(Instant wall) {
        return zero().map(z -> minutes(settings, z, wall)).orElse(null);
    }

    /** Incident minutes from {@code zero} to {@code wall}, to a thousandth. */
    public static double minutes(RunSettings settings, Instant zero, Instant wall) {
        return minutes(settings.speed(), zero, wall);
    }

    /** @param speed incident seconds per real second */
    public static double minutes(double speed, Instant zero, Instant wall) {
        double minutes = Duration.between(zero, wall).toNanos() / 6e10 * speed;
        return Math.round(minutes * 1000) / 1000.0;
    }

    /** The same run with T+ of every event and sample counted from its zero. */
    public Run fromZero() {
        Instant zero = zero().orElse(null);
        List<Event> timed = events.stream()
                .map(e -> new Event(e.seq(), e.wall(), at(zero, e.wall()), e.service(), e.kind(), e.ids()))
                .toList();
        return new Run(
                settings, timed, samples.stream().map(s -> retimed(s, zero)).toList());
    }

    private Sample retimed(Sample s, @Nullable Instant zero) {
        return new Sample(
                s.seq(),
                s.wall(),
                at(zero, s.wall()),
                s.regional(),
                s.leases(),
                s.network(),
                s.nlb(),
                s.automation(),
                s.customers(),
                s.gaps());
    }

    private @Nullable Double at(@Nullable Instant zero, Instant wall) {
        return zero == null ? null : (Double) minutes(settings, zero, wall);
    }
}
