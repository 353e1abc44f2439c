package emptyrecord.customers.core.stack;

import java.time.Duration;

/**
 * What the owner of a stack has promised: a user action works within {@code patience}, for {@code objective} of the time
 * over thirty days. {@code budget = (1 - objective) * 30 days}: 43.2 minutes for 99.9 %.
 *
 * @param objective share of the time, above 0 and below 1
 * @param patience incident time after which the user has given up
 */
public record Slo(double objective, Duration patience) {

    private static final double MINUTES_OF_THIRTY_DAYS = 43_200;

    public Slo {
        if (!(objective > 0 && objective < 1) || !patience.isPositive()) {
            throw new IllegalArgumentException("an objective lies between 0 and 1, not at " + objective
                    + ", and patience is longer than nothing, not " + patience);
        }
    }

    /** Minutes of thirty days in which actions may fail. */
    public double budgetMinutes() {
        return (1 - objective) * MINUTES_OF_THIRTY_DAYS;
    }

    /** @param minutesLost by the mean client */
    public double budgetUsed(double minutesLost) {
        return minutesLost / budgetMinutes();
    }
}
