package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The guards that are on: {@code dns.fence} in the services is {@code fence} in the model. */
final class GuardsOn {

    private static final String CHAPTER = "dns.";

    private GuardsOn() {}

    static String modelName(String guard) {
        return guard.startsWith(CHAPTER) ? guard.substring(CHAPTER.length()) : guard;
    }

    /** The guards when a process's log began: from the run's guards back over all switches in it. */
    static Set<String> atStart(Set<String> ofRun, List<Event> log) {
        Set<String> on = new TreeSet<>();
        ofRun.forEach(guard -> on.add(modelName(guard)));
        for (Event event : log.reversed()) {
            if (EventKind.GUARD_SWITCHED.is(event)) {
                Fields fields = new Fields(event);
                if (fields.flag(EventId.ON)) {
                    on.remove(modelName(fields.text(EventId.GUARD)));
                } else {
                    on.add(modelName(fields.text(EventId.GUARD)));
                }
            }
        }
        return on;
    }
}
