package emptyrecord.lab.terminal;

/** Numbers for people. */
public final class NumberText {

    private NumberText() {}

    /** A whole number without its point: {@code 60}, and {@code 1.5}. */
    public static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
