package emptyrecord.dynamo.core.expression;

/** An expression ready to be evaluated with any bindings, and the placeholders it needs; can be kept and shared. */
public record Parsed<T>(T expression, References references) {}
