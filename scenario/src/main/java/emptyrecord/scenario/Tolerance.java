package emptyrecord.scenario;

import java.util.Locale;

/** Allowed range of a value, both ends included. */
public record Tolerance(double atLeast, double atMost) {

    public boolean allows(double value) {
        return value >= atLeast && value <= atMost;
    }

    @Override
    public String toString() {
        if (atLeast == atMost) {
            return number(atLeast);
        }
        String low = Double.isInfinite(atLeast) ? "" : "at least " + number(atLeast);
        String high = Double.isInfinite(atMost) ? "" : "at most " + number(atMost);
        return low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
    }

    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "never seen";
        }
        double rounded = Math.round(value * 1000) / 1000.0;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9
                ? String.valueOf((long) rounded)
                : String.format(Locale.ROOT, "%s", rounded);
    }
}
