package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;

/** The five kinds of expressions, with their names in errors. */
public enum ExpressionKind {
    CONDITION("ConditionExpression"),
    FILTER("FilterExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    UPDATE("UpdateExpression"),
    PROJECTION("ProjectionExpression");

    private static final int NEAR = 12;

    private final String parameter;

    ExpressionKind(String parameter) {
        this.parameter = parameter;
    }

    /** The request parameter that carries it. */
    public String parameter() {
        return parameter;
    }

    public Refusal invalid(String detail) {
        return Refusal.validation("Invalid " + parameter + ": " + detail);
    }

    Refusal syntaxError(String token, String text, int at) {
        String near = text.substring(Math.max(0, at - NEAR), Math.min(text.length(), at + token.length() + NEAR));
        return invalid("Syntax error; token: \"" + token + "\", near: \"" + near.strip() + "\"");
    }

    Refusal wrongType(String operator, String type) {
        return invalid("Incorrect operand type for operator or function; operator or function: " + operator
                + ", operand type: " + type);
    }
}
