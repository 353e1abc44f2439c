package emptyrecord.dynamo.core.expression;

/** An operand of a condition. */
public sealed interface Operand {

    record PathOperand(DocumentPath path) implements Operand {}

    /** @param placeholder begins with a colon */
    record ValueOperand(String placeholder) implements Operand {}

    /** Length of a string in characters, of a binary in bytes, of a collection in members. */
    record SizeOf(DocumentPath path) implements Operand {}
}
