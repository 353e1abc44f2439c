package emptyrecord.lab.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reports once when a machine no longer keeps up with a run, and once when it does again. */
public final class KeepingUp {

    private final double slackIncidentSeconds;
    private boolean late;

    /** @param slackIncidentSeconds incident time that timers may be late */
    public KeepingUp(double slackIncidentSeconds) {
        this.slackIncidentSeconds = slackIncidentSeconds;
    }

    /**
     * One observation of the machine.
     *
     * @param lateSeconds real, of the latest timer in the last ten seconds
     * @param speed incident seconds per real second
     * @param available cores that the region can have; empty where unknown
     */
    public record Look(double lateSeconds, double speed, OptionalDouble available) {
        double lateIncidentSeconds() {
            return lateSeconds * speed;
        }
    }

    /** A sentence when the state has changed. */
    public Optional<String> see(Look look) {
        boolean now = look.lateIncidentSeconds() > slackIncidentSeconds;
        if (now == late) {
            return Optional.empty();
        }
        late = now;
        return Optional.of(now ? tooLate(look) : "the machine keeps up again");
    }

    private static String tooLate(Look look) {
        String begin = String.format(
                Locale.ROOT,
                "the machine does not keep up: timers are %.1f s late, %.0f incident seconds; the results may be its"
                        + " doing",
                look.lateSeconds(),
                look.lateIncidentSeconds());
        if (look.available().isEmpty()) {
            return begin;
        }
        SpeedAdvice advice = SpeedAdvice.of(look.speed(), look.available().getAsDouble());
        return advice.tooBusy() ? begin + "; " + advice.words() : begin;
    }
}
