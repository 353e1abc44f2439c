package emptyrecord.lab.terminal;

import java.util.Locale;

/** Numbers for people. */
public final class NumberText {

    private NumberText() {}

    /** A whole number without its point: {@code 60}, and {@code 1.5}. */
    public static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** With so many digits after the point: {@code 88.5}. */
    public static String fixed(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
