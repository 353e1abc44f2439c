package emptyrecord.control.drill.core;

import org.jspecify.annotations.Nullable;

/** What trainees write: plain text of a bounded length. */
final class Words {

    /** A status update of four full lines has a quarter of it. */
    static final int CHARACTERS_MAX = 2000;

    private Words() {}

    /**
     * A text that must say something.
     *
     * @param what it is, with its article: "a note"
     * @throws IllegalArgumentException when it is blank, too long or has control characters
     */
    static String some(String what, @Nullable String text) {
        String words = maybe(what, text);
        if (words.isEmpty()) {
            throw new IllegalArgumentException(capital(what) + " needs a text; this one is empty");
        }
        return words;
    }

    /** The same, which may be empty. */
    static String maybe(String what, @Nullable String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    capital(what) + " has up to " + CHARACTERS_MAX + " characters; this one has " + words.length());
        }
        if (words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new IllegalArgumentException(capital(what) + " is plain text, without control characters");
        }
        return words;
    }

    private static String capital(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
}
