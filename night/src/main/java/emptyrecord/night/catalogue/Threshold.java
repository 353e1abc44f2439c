package emptyrecord.night.catalogue;

/**
 * A number that measurements are compared with. Not-a-number, the value of a missing answer, is on no side of it.
 *
 * @param value in {@code unit}
 * @param unit in words
 * @param origin source of the number
 */
public record Threshold(double value, String unit, Origin origin) {

    static Threshold ours(double value, String unit) {
        return new Threshold(value, unit, Origin.OUR_CHOICE);
    }

    static Threshold given(double value, String unit) {
        return new Threshold(value, unit, Origin.GIVEN);
    }

    public boolean reachedBy(double measured) {
        return measured >= value;
    }

    public boolean exceededBy(double measured) {
        return measured > value;
    }

    public boolean missedBy(double measured) {
        return measured < value;
    }

    /** The value in percent, for a share: {@code 95 %}. */
    public String percent() {
        return Math.round(100 * value) + " %";
    }

    /** The value without needless digits: {@code 10} or {@code 1.5}. */
    public String number() {
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }
}
