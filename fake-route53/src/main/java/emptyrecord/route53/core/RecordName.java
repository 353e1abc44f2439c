package emptyrecord.route53.core;

import java.util.Locale;
import org.xbill.DNS.Name;

/**
 * A domain name as Route 53 keeps it: lower case, absolute, with the final dot, other characters as {@link Octal} codes.
 * Names are ordered by their labels from the right, each label followed by its dot
 * ({@code test.amazonaws.us-east-1.}), which is the order of ListResourceRecordSets; it also puts everything below a
 * name directly behind it.
 *
 * @param text for example {@code dynamodb.us-east-1.amazonaws.test.}
 * @param sortKey the labels from the right
 */
public record RecordName(String text, String sortKey) implements Comparable<RecordName> {

    /** The leftmost label of a wildcard (RFC 4592 section 2.1.1). */
    private static final String ASTERISK = "\\052.";

    /**
     * @param name with or without the final dot; {@code *} and {@code \052} are the same
     * @throws IllegalArgumentException if this is no domain name (RFC 1035 section 2.3.4)
     */
    public static RecordName parse(String name) {
        return of(NameReader.read(name));
    }

    public static RecordName of(Name name) {
        String text = name.toString().toLowerCase(Locale.ROOT);
        return of(Octal.isPlain(text) ? text : Octal.write(name));
    }

    private static RecordName of(String text) {
        return new RecordName(text, reversed(text));
    }

    /** Every query needs it. A dot within a label is a code, so every dot ends a label. */
    private static String reversed(String text) {
        StringBuilder reversed = new StringBuilder(text.length());
        int end = text.length() - 1;
        while (end > 0) {
            int begin = text.lastIndexOf('.', end - 1) + 1;
            reversed.append(text, begin, end).append('.');
            end = begin - 1;
        }
        return reversed.toString();
    }

    /** Whether the leftmost label is an asterisk. */
    public boolean isWildcard() {
        return text.startsWith(ASTERISK);
    }

    /** The wildcard directly below the closest name that this one and {@code other} both lie under or are. */
    RecordName wildcardBeside(RecordName other) {
        String above = sortKey.substring(0, common(other));
        return of(ASTERISK + reversed(above));
    }

    /** Length of the sort key of the closest name that both lie under or are. */
    int common(RecordName other) {
        int end = Math.min(sortKey.length(), other.sortKey.length());
        int labels = 0;
        for (int i = 0; i < end && sortKey.charAt(i) == other.sortKey.charAt(i); i++) {
            if (sortKey.charAt(i) == '.') {
                labels = i + 1;
            }
        }
        return labels;
    }

    /** The name for the wire. */
    public Name toName() {
        return NameReader.read(text);
    }

    /** Whether this name is {@code other} or lies below it. */
    public boolean within(RecordName other) {
        return sortKey.startsWith(other.sortKey);
    }

    /** Without the final dot, as settings and our own interfaces write names. */
    public String plain() {
        return text.length() > 1 ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public int compareTo(RecordName other) {
        return sortKey.compareTo(other.sortKey);
    }

    @Override
    public String toString() {
        return text;
    }
}
