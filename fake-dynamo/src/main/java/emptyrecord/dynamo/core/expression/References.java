package emptyrecord.dynamo.core.expression;

import java.util.Set;

/** The placeholders that one expression uses, in their order: which of two is missing is always the same. */
public record References(ExpressionKind kind, Set<String> names, Set<String> values) {}
