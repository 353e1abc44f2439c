package emptyrecord.control.drill.core;

import emptyrecord.api.drill.Severity;
import emptyrecord.api.drill.UpdatesDue;
import org.jspecify.annotations.Nullable;

/**
 * The clock for status updates. The first is due {@value #FIRST_WITHIN} incident minutes after the page, each further
 * one an interval of the {@link Severity} after the last. An interval without an update is one missed. The clock stops
 * when the team declares that nothing is wrong, and with the update that says that it is over.
 */
final class UpdateClock {

    /** Our choice, as on the workshop's card. */
    static final double FIRST_WITHIN = 10;

    private Severity severity = Severity.ONE;
    private double due = Double.NaN;
    private double overdueSince = Double.NaN;
    private double last = Double.NaN;
    private int sent;
    private int missed;

    void paged(double minute) {
        due = minute + FIRST_WITHIN;
    }

    Severity severity() {
        return severity;
    }

    /** The commander declares an incident, or changes its severity. */
    void incident(Severity now, double minute) {
        severity = now;
        if (Double.isNaN(due)) {
            due = minute + FIRST_WITHIN;
        } else if (!Double.isNaN(last) && Double.isNaN(overdueSince)) {
            due = Math.max(minute, last + now.everyMinutes());
        }
    }

    /** The commander declares that nothing is wrong. */
    void nothingWrong() {
        stop();
    }

    /**
     * An update that was due before this minute and is missed: the minute at which it was due; null where none is. Call
     * it until it returns null: each missed interval counts.
     */
    @Nullable
    Double miss(double minute) {
        if (!(minute > due)) {
            return null;
        }
        Double wanted = number(due);
        overdueSince = Double.isNaN(overdueSince) ? due : overdueSince;
        due += severity.everyMinutes();
        missed++;
        return wanted;
    }

    /**
     * An update is sent.
     *
     * @param over whether it says that it is over
     * @return the minute at which it was due; null where none was
     */
    @Nullable
    Double send(double minute, boolean over) {
        Double wanted = number(Double.isNaN(overdueSince) ? due : overdueSince);
        sent++;
        last = minute;
        if (over) {
            stop();
        } else {
            overdueSince = Double.NaN;
            due = minute + severity.everyMinutes();
        }
        return wanted;
    }

    private void stop() {
        due = Double.NaN;
        overdueSince = Double.NaN;
    }

    UpdatesDue view() {
        return new UpdatesDue(
                severity.number(), severity.everyMinutes(), number(due), number(overdueSince), sent, missed);
    }

    private static @Nullable Double number(double minute) {
        return Double.isNaN(minute) ? null : (Double) (Math.round(minute * 10) / 10.0);
    }
}
