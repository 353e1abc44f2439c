package emptyrecord.lab.dns;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Colours of a terminal, or none; the words always carry the same information. */
public enum Colours {
    PLAIN,
    ANSI;

    String wrong(String text) {
        return in(AttributedStyle.BOLD.foreground(AttributedStyle.RED), text);
    }

    String note(String text) {
        return in(AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW), text);
    }

    String good(String text) {
        return in(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN), text);
    }

    String title(String text) {
        return in(AttributedStyle.BOLD, text);
    }

    private String in(AttributedStyle style, String text) {
        return this == PLAIN ? text : new AttributedString(text, style).toAnsi();
    }
}
