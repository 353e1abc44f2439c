package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.Decision;
import java.util.List;

/** Checks the decisions before they are committed; it throws to refuse them all. */
@FunctionalInterface
public interface LastCheck {
    void check(List<Decision> decisions);
}
