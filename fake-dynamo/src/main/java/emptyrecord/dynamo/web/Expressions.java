package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Parsed;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.expression.UpdateParser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Parsed expressions by their text: clients send the same few again and again, with other values. A parsed text takes
 * up to a hundred times its length, so the total length of the texts is bounded.
 */
final class Expressions {

    /**
     * Characters of all cached texts of a kind; the region's own have a few hundred. When a client generates texts
     * without end, all are dropped at once and the useful ones are parsed again.
     */
    private static final int CHARACTERS_KEPT = 8_000;

    private record Key(ExpressionKind kind, String text) {}

    private final Kept<Parsed<Condition>> conditions = new Kept<>();
    private final Kept<Parsed<UpdateExpression>> updates = new Kept<>();
    private final Kept<Parsed<Projection>> projections = new Kept<>();

    Parsed<Condition> condition(String text, ExpressionKind kind) {
        return cached(conditions, new Key(kind, text), key -> ConditionParser.parse(key.text, key.kind));
    }

    Parsed<UpdateExpression> update(String text) {
        return cached(updates, new Key(ExpressionKind.UPDATE, text), key -> UpdateParser.parse(key.text));
    }

    Parsed<Projection> projection(String text) {
        return cached(projections, new Key(ExpressionKind.PROJECTION, text), key -> Projection.parse(key.text));
    }

    private static <V> V cached(Kept<V> kept, Key key, Function<Key, V> parse) {
        V known = kept.byKey.get(key);
        if (known != null) {
            return known;
        }
        V parsed = parse.apply(key);
        kept.add(key, parsed);
        return parsed;
    }

    private static final class Kept<V> {

        private final Map<Key, V> byKey = new ConcurrentHashMap<>();
        private int characters;

        synchronized void add(Key key, V parsed) {
            if (characters + key.text.length() > CHARACTERS_KEPT) {
                byKey.clear();
                characters = 0;
            }
            if (byKey.put(key, parsed) == null) {
                characters += key.text.length();
            }
        }
    }
}
