package emptyrecord.kit.testkit.fuzz;

import java.util.List;

/** Texts and numbers at which parsers fail: ends of ranges, characters that mean something elsewhere, great lengths. */
public final class Odd {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "null",
            "true",
            "\t\r\n",
            "\r\nX-Injected: yes\r\n\r\n",
            "ünïcödé",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00\uD800",
            "\u202Eright to left",
            "\uFEFF",
            "\uFFFE\uFFFF",
            "\u0130\u0131",
            "e\u0301",
            "%00%ff%",
            "+&=;",
            "<x>&\"'",
            "]]>",
            "&#0;",
            "\\",
            "\\000\\999",
            "../../../../etc/passwd",
            "${user.home}",
            "#{1}",
            "%s%n%x",
            ".",
            "..",
            "*",
            "a.".repeat(200),
            "x".repeat(64),
            "x".repeat(256),
            "x".repeat(5_000));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "+1",
            "01",
            "1.0",
            "1.5",
            "127",
            "255",
            "256",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e3",
            "1E400",
            "1E-400",
            "1E2147483647",
            "1E-2147483648",
            "1E99999999999",
            "0.1e1",
            "1".repeat(39),
            "9".repeat(4_000),
            "0." + "0".repeat(500) + "1",
            "NaN",
            "Infinity",
            "0x10",
            "1_000",
            "1,5",
            "1 ",
            "\uFF11",
            "\u0663",
            "1d",
            "--1",
            "-");

    private Odd() {}

    public static String text(Chance chance) {
        return chance.of(TEXTS);
    }

    public static String number(Chance chance) {
        return chance.of(NUMBERS);
    }

    /** A text or a number. */
    public static String any(Chance chance) {
        return chance.oneIn(2) ? text(chance) : number(chance);
    }
}
