package emptyrecord.api.drill;

import java.util.Arrays;
import java.util.Optional;

/** How bad an incident is, which decides how often the liaison reports. The intervals are our choice. */
public enum Severity {
    ONE(1, 15),
    TWO(2, 30),
    THREE(3, 60);

    private final int number;
    private final double everyMinutes;

    Severity(int number, double everyMinutes) {
        this.number = number;
        this.everyMinutes = everyMinutes;
    }

    public int number() {
        return number;
    }

    /** Incident minutes from one status update to the next. */
    public double everyMinutes() {
        return everyMinutes;
    }

    /** Empty when there is no such severity. */
    public static Optional<Severity> of(int number) {
        return Arrays.stream(values()).filter(s -> s.number == number).findFirst();
    }
}
