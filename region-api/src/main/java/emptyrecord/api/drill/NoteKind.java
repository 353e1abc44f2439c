package emptyrecord.api.drill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a scribe's note records; the words of the scribe's card. */
public enum NoteKind {
    SEEN,
    THOUGHT,
    DONE,
    DECIDED,
    ASKED;

    /** Of the wire: {@code decided}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(NoteKind::word).toList();
    }

    /** Empty when there is no such kind. */
    public static Optional<NoteKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
