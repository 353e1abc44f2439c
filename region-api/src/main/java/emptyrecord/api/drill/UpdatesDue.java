package emptyrecord.api.drill;

import org.jspecify.annotations.Nullable;

/**
 * The clock for status updates.
 *
 * @param severity of the incident, 1 to 3
 * @param everyMinutes incident minutes from one update to the next
 * @param nextDue incident minute; null while none is due
 * @param overdueSince incident minute of the first update that was not sent in time; null while none is overdue
 * @param sent so many were sent
 * @param missed so many were due and not sent in time
 */
public record UpdatesDue(
        int severity,
        double everyMinutes,
        @Nullable Double nextDue,
        @Nullable Double overdueSince,
        int sent,
        int missed) {}
