package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import java.util.Set;

/**
 * A step of one process as its log records it, in the words of RunTrace.tla.
 *
 * @param plan that the process has in memory, or 0
 * @param seen plan that it saw active
 * @param endpoint from 1, in the order of a pass; 0 if it is about none
 * @param tree that is deleted
 * @param change number of Route 53's change, or 0 if it wrote nothing
 * @param guards that are on after it, for a switch of guards
 * @param event that records it
 */
record LoggedStep(
        Kind kind, long plan, long seen, int endpoint, long tree, long change, Set<String> guards, Event event) {

    enum Kind {
        PICK,
        LOCK,
        LOST,
        BUILD,
        FLIP,
        FREE,
        DELETE,
        SILENT,
        END,
        FROZEN,
        GUARD,
        HAND
    }

    static LoggedStep of(Kind kind, Fields fields, int endpoint, long change) {
        return new LoggedStep(
                kind,
                fields.number(EventId.PLAN),
                fields.number(EventId.ACTIVE_BEFORE),
                endpoint,
                0,
                change,
                Set.of(),
                fields.event());
    }

    static LoggedStep delete(Fields fields, int endpoint, long change) {
        return new LoggedStep(
                Kind.DELETE,
                fields.number(EventId.APPLIED),
                0,
                endpoint,
                fields.number(EventId.PLAN),
                change,
                Set.of(),
                fields.event());
    }

    static LoggedStep guards(Event event, Set<String> on) {
        return new LoggedStep(Kind.GUARD, 0, 0, 0, 0, 0, Set.copyOf(on), event);
    }

    static LoggedStep bare(Kind kind, Event event) {
        return new LoggedStep(kind, 0, 0, 0, 0, 0, Set.of(), event);
    }

    LoggedStep seeing(long active) {
        return new LoggedStep(kind, plan, active, endpoint, tree, change, guards, event);
    }

    boolean writes() {
        return change > 0;
    }
}
