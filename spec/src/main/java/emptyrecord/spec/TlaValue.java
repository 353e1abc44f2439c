package emptyrecord.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value as TLC prints it. */
public sealed interface TlaValue {

    /** A number. */
    record Int(long value) implements TlaValue {}

    /** A string, a model value, or a truth value. */
    record Word(String value) implements TlaValue {}

    /** A set; a sequence is a {@link Fun} over 1, 2, 3. */
    record Members(List<TlaValue> values) implements TlaValue {}

    /** A function, a record or a sequence, by the words of its arguments. */
    record Fun(Map<String, TlaValue> values) implements TlaValue {}

    /** @throws IllegalArgumentException if it is not one of the above, or not a function */
    default TlaValue get(String argument) {
        if (this instanceof Fun fun) {
            TlaValue found = fun.values().get(argument);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalArgumentException("TLC's value " + this + " has no " + argument);
    }

    default long number(String argument) {
        if (get(argument) instanceof Int i) {
            return i.value();
        }
        throw new IllegalArgumentException(argument + " of TLC's value " + this + " is no number");
    }

    default String word() {
        return switch (this) {
            case Int i -> Long.toString(i.value());
            case Word w -> w.value();
            case Members m -> m.values().stream().map(TlaValue::word).collect(Collectors.joining(", "));
            case Fun f -> f.values().toString();
        };
    }

    default List<TlaValue> members() {
        return this instanceof Members m ? m.values() : List.of(this);
    }

    static TlaValue read(String text) {
        Reader reader = new Reader(text);
        TlaValue value = reader.value();
        reader.end();
        return value;
    }

    /** Reads the value at the beginning of the text. */
    static TlaValue readFirst(String text) {
        return new Reader(text).value();
    }

    /** Recursive descent over TLC's output. */
    final class Reader {

        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private TlaValue value() {
            if (skip("<<")) {
                Map<String, TlaValue> items = new LinkedHashMap<>();
                for (TlaValue item : list(">>")) {
                    items.put(Integer.toString(items.size() + 1), item);
                }
                return new Fun(items);
            }
            if (skip("{")) {
                return new Members(list("}"));
            }
            if (skip("[")) {
                return pairs("|->", ",", "]");
            }
            if (skip("(")) {
                return pairs(":>", "@@", ")");
            }
            return atom();
        }

        private List<TlaValue> list(String close) {
            List<TlaValue> items = new ArrayList<>();
            while (!skip(close)) {
                items.add(value());
                skip(",");
            }
            return items;
        }

        private TlaValue pairs(String arrow, String comma, String close) {
            Map<String, TlaValue> pairs = new LinkedHashMap<>();
            while (!skip(close)) {
                String key = value().word();
                expect(arrow);
                pairs.put(key, value());
                skip(comma);
            }
            return new Fun(pairs);
        }

        private TlaValue atom() {
            if (skip("\"")) {
                int from = at;
                at = text.indexOf('"', from);
                if (at < 0) {
                    throw unreadable();
                }
                return new Word(text.substring(from, at++));
            }
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.isEmpty()) {
                throw unreadable();
            }
            return Character.isDigit(word.charAt(0)) ? new Int(Long.parseLong(word)) : new Word(word);
        }

        private boolean skip(String token) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (!text.startsWith(token, at)) {
                return false;
            }
            at += token.length();
            return true;
        }

        private void expect(String token) {
            if (!skip(token)) {
                throw unreadable();
            }
        }

        private void end() {
            skip("");
            if (at != text.length()) {
                throw unreadable();
            }
        }

        private IllegalArgumentException unreadable() {
            return new IllegalArgumentException("no value of TLC's at character " + at + " of: " + text);
        }
    }
}
