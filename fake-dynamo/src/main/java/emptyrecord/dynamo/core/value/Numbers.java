package emptyrecord.dynamo.core.value;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import java.math.BigDecimal;

/**
 * DynamoDB's numbers: decimal, at most 38 significant digits, zero or a magnitude from 1E-130 to 9.99…E+125, exact. A
 * number is kept without trailing zeros, so {@code 1}, {@code 1.0} and {@code 1E0} are the same number.
 */
public final class Numbers {

    private static final int DIGITS_MAX = 38;
    private static final int EXPONENT_MAX = 125;
    private static final int EXPONENT_MIN = -130;
    private static final int TEXT_MAX = 400;

    private Numbers() {}

    /** @throws Refusal if the text is no number or outside the supported range */
    public static Num parse(String text) {
        if (text.isEmpty() || text.length() > TEXT_MAX) {
            throw notANumber(text);
        }
        try {
            return checked(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    public static Num add(Num left, Num right) {
        return checked(aligned(left, right) ? left.value().add(right.value()) : larger(left, right));
    }

    public static Num subtract(Num left, Num right) {
        return add(left, new Num(right.value().negate()));
    }

    /** As the service writes numbers: plain digits, no exponent. */
    public static String toText(Num number) {
        return number.value().toPlainString();
    }

    /** A sum that needs more than 38 digits is refused by its digits; do not expand it first. */
    private static boolean aligned(Num left, Num right) {
        return Math.abs((long) left.value().scale() - right.value().scale()) <= 300;
    }

    private static BigDecimal larger(Num left, Num right) {
        return left.value().abs().compareTo(right.value().abs()) >= 0 ? left.value() : right.value();
    }

    private static Num checked(BigDecimal raw) {
        BigDecimal value = raw.stripTrailingZeros();
        if (value.signum() == 0) {
            return new Num(BigDecimal.ZERO);
        }
        int exponent = value.precision() - value.scale() - 1;
        if (exponent > EXPONENT_MAX) {
            throw Refusal.validation(
                    "Number overflow. Attempting to store a number with magnitude larger than supported range");
        }
        if (exponent < EXPONENT_MIN) {
            throw Refusal.validation(
                    "Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
        if (value.precision() > DIGITS_MAX) {
            throw Refusal.validation("Attempting to store more than 38 significant digits in a Number");
        }
        return new Num(value);
    }

    private static Refusal notANumber(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return Refusal.validation("The parameter cannot be converted to a numeric value: " + shown);
    }
}
