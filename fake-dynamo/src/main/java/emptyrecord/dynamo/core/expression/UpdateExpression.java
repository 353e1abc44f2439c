package emptyrecord.dynamo.core.expression;

import java.util.List;

/** An update as four lists, each possibly empty; all operands are read from the item as it was before. */
public record UpdateExpression(
        List<Assignment> sets, List<DocumentPath> removes, List<Change> adds, List<Change> deletes) {

    /** {@code SET path = value}. */
    record Assignment(DocumentPath path, Term value) {}

    /** {@code ADD path :value} or {@code DELETE path :value}. */
    record Change(DocumentPath path, String placeholder) {}

    /** The right side of an assignment. */
    sealed interface Term {}

    record PathTerm(DocumentPath path) implements Term {}

    record ValueTerm(String placeholder) implements Term {}

    record Sum(Term left, Term right) implements Term {}

    record Difference(Term left, Term right) implements Term {}

    record IfNotExists(DocumentPath path, Term otherwise) implements Term {}

    record ListAppend(Term first, Term second) implements Term {}
}
