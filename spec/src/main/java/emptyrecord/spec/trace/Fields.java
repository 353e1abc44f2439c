package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;

/** The ids of an event, read leniently: a missing id is 0 or empty. */
record Fields(Event event) {

    long number(EventId name) {
        return name.of(event) instanceof Number n ? n.longValue() : 0;
    }

    String text(EventId name) {
        Object value = name.of(event);
        return value == null ? "" : String.valueOf(value);
    }

    boolean flag(EventId name) {
        return Boolean.TRUE.equals(name.of(event));
    }

    /** Number of a Route 53 change: its id counts in base 36 after a C. */
    long change(EventId name) {
        String id = text(name);
        if (id.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseLong(id.substring(1), 36);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + id + "' of event " + event.service() + "/" + event.seq()
                    + " is no change id of this lab's Route 53 (C and a number in base 36)");
        }
    }
}
