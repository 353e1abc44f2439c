package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Condition.BeginsWith;
import emptyrecord.dynamo.core.expression.Condition.Between;
import emptyrecord.dynamo.core.expression.Condition.Comparator;
import emptyrecord.dynamo.core.expression.Condition.Compare;
import emptyrecord.dynamo.core.expression.Condition.Contains;
import emptyrecord.dynamo.core.expression.Condition.Exists;
import emptyrecord.dynamo.core.expression.Condition.In;
import emptyrecord.dynamo.core.expression.Condition.Not;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import java.util.List;

/**
 * The operators of the legacy conditions, in the order in which the service names them
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html).
 */
public enum ComparisonOperator {
    IN(1, 100),
    NULL(0, 0),
    BETWEEN(2, 2),
    LT(1, 1),
    NOT_CONTAINS(1, 1),
    EQ(1, 1),
    GT(1, 1),
    NOT_NULL(0, 0),
    NE(1, 1),
    LE(1, 1),
    BEGINS_WITH(1, 1),
    GE(1, 1),
    CONTAINS(1, 1);

    private final int operandsMin;
    private final int operandsMax;

    ComparisonOperator(int operandsMin, int operandsMax) {
        this.operandsMin = operandsMin;
        this.operandsMax = operandsMax;
    }

    /** Whether a key condition may have it. */
    public boolean ofKeys() {
        return switch (this) {
            case EQ, LE, LT, GE, GT, BETWEEN, BEGINS_WITH -> true;
            default -> false;
        };
    }

    void check(List<AttributeValue> operands) {
        if (operands.size() < operandsMin || operands.size() > operandsMax) {
            throw Refusal.parameters("Invalid number of argument(s) for the " + this + " ComparisonOperator");
        }
        for (AttributeValue operand : operands) {
            if (!takes(operand.type())) {
                throw Refusal.parameters(
                        "ComparisonOperator " + this + " is not valid for " + operand.type() + " AttributeValue type");
            }
        }
    }

    private boolean takes(Type type) {
        return switch (this) {
            case EQ, NE -> true;
            case BEGINS_WITH -> type == Type.S || type == Type.B;
            case CONTAINS, NOT_CONTAINS -> !type.set() && type != Type.L && type != Type.M;
            default -> type.ordered();
        };
    }

    Condition condition(DocumentPath path, Operand place, List<Operand> operands) {
        return switch (this) {
            case EQ, NE, LE, LT, GE, GT -> new Compare(place, Comparator.valueOf(name()), operands.getFirst());
            case IN -> new In(place, operands);
            case BETWEEN -> new Between(place, operands.getFirst(), operands.getLast());
            case NOT_NULL -> new Exists(path, true);
            case NULL -> new Exists(path, false);
            case CONTAINS -> new Contains(place, operands.getFirst());
            case NOT_CONTAINS -> new Not(new Contains(place, operands.getFirst()));
            case BEGINS_WITH -> new BeginsWith(place, operands.getFirst());
        };
    }
}
