package emptyrecord.control.run;

import emptyrecord.control.watch.CurrentPhase;
import emptyrecord.control.watch.Watcher;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.night.phase.NightPhase;
import emptyrecord.night.sample.Sample;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Meters of the night for dashboards: its phase, T+, its speed, and the control room's own view of DNS. */
public final class RegionMeters {

    private RegionMeters() {}

    public static void register(
            MeterRegistry meters, CurrentPhase phases, Replays replays, Watcher watcher, IncidentClock clock) {
        for (NightPhase phase : NightPhase.values()) {
            Gauge.builder("control.phase", phases, p -> p.now() == phase ? 1 : 0)
                    .description("1 for the phase that the night is in, 0 for the others")
                    .tag("phase", phase.tag())
                    .register(meters);
        }
        Gauge.builder("control.t.plus.minutes", replays, Replays::tPlusMinutes)
                .description("T+ of the last replay in incident minutes, 0 before T+0, at rest after its end")
                .register(meters);
        Gauge.builder("control.replay.rounds", replays, Replays::rounds)
                .description("Rounds of the race in the last replay")
                .register(meters);
        Gauge.builder("control.clock.speed", clock, IncidentClock::speed)
                .description("Incident seconds per real second")
                .register(meters);
        sampled(
                meters,
                watcher,
                "control.regional.answers",
                "Addresses in the last answer to the control room's own query for the regional name",
                s -> s.regional().answers());
        sampled(
                meters,
                watcher,
                "control.watch.gaps",
                "Services that did not answer the last sample",
                s -> s.gaps().size());
    }

    private static void sampled(
            MeterRegistry meters, Watcher watcher, String name, String meaning, ToDoubleFunction<Sample> value) {
        Gauge.builder(
                        name,
                        watcher,
                        w -> w.latest().map(s -> value.applyAsDouble(s)).orElse(Double.NaN))
                .description(meaning)
                .register(meters);
    }
}
