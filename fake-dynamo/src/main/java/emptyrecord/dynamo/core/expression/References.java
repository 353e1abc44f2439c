package emptyrecord.dynamo.core.expression;

import java.util.Set;

/** The placeholders that one expression uses. */
public record References(ExpressionKind kind, Set<String> names, Set<String> values) {}
