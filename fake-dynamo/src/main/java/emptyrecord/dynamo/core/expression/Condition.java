package emptyrecord.dynamo.core.expression;

import java.util.List;

/** A condition, filter or key condition as a tree. */
public sealed interface Condition {

    /** {@code =}, {@code <>}, {@code <}, {@code <=}, {@code >}, {@code >=}. */
    enum Comparator {
        EQ("="),
        NE("<>"),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String symbol;

        Comparator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        /** The comparator for the same two operands the other way round: {@code a < b} is {@code b > a}. */
        public Comparator mirrored() {
            return switch (this) {
                case EQ, NE -> this;
                case LT -> GT;
                case LE -> GE;
                case GT -> LT;
                case GE -> LE;
            };
        }

        /** Whether {@code left.compareTo(right)} with this result satisfies the comparator. */
        boolean accepts(int order) {
            return switch (this) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }
    }

    record Compare(Operand left, Comparator comparator, Operand right) implements Condition {}

    record Between(Operand value, Operand low, Operand high) implements Condition {}

    record In(Operand value, List<Operand> candidates) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition inner) implements Condition {}

    record Exists(DocumentPath path, boolean wanted) implements Condition {}

    record TypeIs(DocumentPath path, Operand type) implements Condition {}

    record BeginsWith(Operand text, Operand prefix) implements Condition {}

    record Contains(Operand whole, Operand part) implements Condition {}
}
