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

/** Parsed expressions by their text: clients send the same few again and again, with other values. */
final class Expressions {

    /** When a client makes up texts without end, all are forgotten at once and the useful ones are parsed again. */
    private static final int KEPT_MAX = 2_000;

    private record Key(ExpressionKind kind, String text) {}

    private final Map<Key, Parsed<Condition>> conditions = new ConcurrentHashMap<>();
    private final Map<Key, Parsed<UpdateExpression>> updates = new ConcurrentHashMap<>();
    private final Map<Key, Parsed<Projection>> projections = new ConcurrentHashMap<>();

    Parsed<Condition> condition(String text, ExpressionKind kind) {
        return cached(conditions, new Key(kind, text), key -> ConditionParser.parse(key.text, key.kind));
    }

    Parsed<UpdateExpression> update(String text) {
        return cached(updates, new Key(ExpressionKind.UPDATE, text), key -> UpdateParser.parse(key.text));
    }

    Parsed<Projection> projection(String text) {
        return cached(projections, new Key(ExpressionKind.PROJECTION, text), key -> Projection.parse(key.text));
    }

    private static <V> V cached(Map<Key, V> cache, Key key, Function<Key, V> parse) {
        if (cache.size() >= KEPT_MAX) {
            cache.clear();
        }
        V known = cache.get(key);
        return known != null ? known : cache.computeIfAbsent(key, parse);
    }
}
