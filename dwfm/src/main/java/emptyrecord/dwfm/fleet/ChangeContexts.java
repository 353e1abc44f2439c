package emptyrecord.dwfm.fleet;

import emptyrecord.kit.trace.TraceContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The traces of launches and terminations while they wait in a host's queue, beside it: the core's work stays free of
 * them. Kept until the work is done or forgotten.
 */
public final class ChangeContexts {

    private final Map<String, TraceContext> contexts = new ConcurrentHashMap<>();

    /** @param subject the work's name, see {@code DropletChange} */
    public void put(String subject, TraceContext context) {
        if (!context.isNone()) {
            contexts.put(subject, context);
        }
    }

    public TraceContext of(String subject) {
        return contexts.getOrDefault(subject, TraceContext.NONE);
    }

    public void forget(String subject) {
        contexts.remove(subject);
    }
}
