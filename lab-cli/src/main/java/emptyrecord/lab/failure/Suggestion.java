package emptyrecord.lab.failure;

import java.util.Collection;
import java.util.Comparator;

/** Suggests an existing name for an unknown one. */
public final class Suggestion {

    private static final int LETTERS_PER_SLIP = 3;

    private Suggestion() {}

    /**
     * The rest of a sentence about a wrong name.
     *
     * @param there the existing names
     * @return {@code ; did you mean 'x'?} where a name is similar, else all of them
     */
    public static String of(String wrong, Collection<String> there) {
        return there.stream()
                .distinct()
                .filter(name -> near(wrong, name))
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> "; there are "
                        + String.join(", ", there.stream().distinct().sorted().toList()));
    }

    private static boolean near(String wrong, String name) {
        return name.startsWith(wrong)
                || distance(wrong, name) <= Math.max(1, Math.min(wrong.length(), name.length()) / LETTERS_PER_SLIP);
    }

    /** Letters to insert, delete or change (Levenshtein 1966). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
