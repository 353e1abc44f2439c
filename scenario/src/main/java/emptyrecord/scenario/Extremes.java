package emptyrecord.scenario;

/** Which of two values lies nearer to a tolerance; NaN is no value yet. */
final class Extremes {

    private Extremes() {}

    static double nearer(Tolerance tolerance, double known, double value) {
        return Double.isNaN(known) || distance(tolerance, value) < distance(tolerance, known) ? value : known;
    }

    private static double distance(Tolerance tolerance, double value) {
        return Math.max(0, Math.max(tolerance.atLeast() - value, value - tolerance.atMost()));
    }
}
