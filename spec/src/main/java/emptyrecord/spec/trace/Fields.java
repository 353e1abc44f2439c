package emptyrecord.spec.trace;

import emptyrecord.api.Event;

/** The ids of an event, read leniently: what is not there is 0 or empty. */
record Fields(Event event) {

    long number(String name) {
        return event.ids().get(name) instanceof Number n ? n.longValue() : 0;
    }

    String text(String name) {
        Object value = event.ids().get(name);
        return value == null ? "" : String.valueOf(value);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(event.ids().get(name));
    }

    /** Number of a Route 53 change: its id counts in base 36 after a C. */
    long change(String name) {
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
