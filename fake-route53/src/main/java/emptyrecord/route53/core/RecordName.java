package emptyrecord.route53.core;

import java.util.Locale;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/**
 * A domain name as Route 53 keeps it: lower case, absolute, with the final dot. Names are ordered by their labels from
 * the right, each label followed by its dot ({@code test.amazonaws.us-east-1.}), which is the order of
 * ListResourceRecordSets; it also puts everything below a name directly behind it.
 *
 * @param text for example {@code dynamodb.us-east-1.amazonaws.test.}
 * @param sortKey the labels from the right
 */
public record RecordName(String text, String sortKey) implements Comparable<RecordName> {

    /**
     * @param name with or without the final dot
     * @throws IllegalArgumentException if this is no domain name (RFC 1035 section 2.3.4)
     */
    public static RecordName parse(String name) {
        return of(wire(name));
    }

    public static RecordName of(Name name) {
        String text = name.toString().toLowerCase(Locale.ROOT);
        return new RecordName(text, text.indexOf('\\') < 0 ? reversed(text) : reversedWithEscapes(name));
    }

    /** Every query needs it, and few names have a dot within a label. */
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

    private static String reversedWithEscapes(Name name) {
        StringBuilder reversed = new StringBuilder();
        for (int i = name.labels() - 2; i >= 0; i--) {
            reversed.append(name.getLabelString(i)).append('.');
        }
        return reversed.toString().toLowerCase(Locale.ROOT);
    }

    /** The name for the wire. */
    public Name toName() {
        return wire(text);
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

    private static Name wire(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("'" + name + "' is not a domain name: " + e.getMessage(), e);
        }
    }
}
