package emptyrecord.dynamo.core.expression;

import java.util.List;

/** An update as four lists, each possibly empty; all operands are read from the item as it was before. */
public record UpdateExpression(
        List<Assignment> sets, List<DocumentPath> removes, List<Change> adds, List<Change> deletes) {

    /** {@code SET path = value}. */
    public record Assignment(DocumentPath path, Term value) {}

    /** {@code ADD path :value} or {@code DELETE path :value}. */
    public record Change(DocumentPath path, String placeholder) {}

    /** The right side of an assignment. */
    public sealed interface Term {}

    public record PathTerm(DocumentPath path) implements Term {}

    public record ValueTerm(String placeholder) implements Term {}

    public record Sum(Term left, Term right) implements Term {}

    public record Difference(Term left, Term right) implements Term {}

    public record IfNotExists(DocumentPath path, Term otherwise) implements Term {}

    public record ListAppend(Term first, Term second) implements Term {}
}
