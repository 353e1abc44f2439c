package emptyrecord.network.telemetry;

import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.network.core.NetworkChange;
import emptyrecord.network.core.Settled;
import emptyrecord.network.propagation.NetworkListener;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way of a change to all zones as a trace of its own, linked to the request that reported it: the launch has ended
 * long before (F60). The context waits beside the queue, for as many changes as the queue holds.
 */
public final class PropagationTrace implements NetworkListener {

    private final Tracing tracing;
    private final int zones;
    private final Map<Long, Way> ways = new ConcurrentHashMap<>();

    private static final class Way {

        private final Span span;
        private int left;

        Way(Span span, int zones) {
            this.span = span;
            this.left = zones;
        }
    }

    /** @param zones how many have to learn of each change */
    public PropagationTrace(Tracing tracing, int zones) {
        this.tracing = tracing;
        this.zones = zones;
    }

    /** Called by the thread that serves the report, so the current trace is the launch's. */
    @Override
    public void accepted(NetworkChange change) {
        TraceContext launch = tracing.current();
        if (launch.isNone()) {
            return;
        }
        Span span = tracing.begin(
                        SpanName.PROPAGATION, Beginning.at(change.at()).linkedTo(launch))
                .tag("instance", change.instance().value())
                .tag("change", change.change().name().toLowerCase(Locale.ROOT));
        ways.put(change.number(), new Way(span, zones));
    }

    @Override
    public void settled(Settled settled) {
        Way way = ways.get(settled.change().number());
        if (way == null) {
            return;
        }
        synchronized (way) {
            Beginning beginning =
                    Beginning.under(way.span.context()).from(settled.change().at());
            tracing.begin(SpanName.ZONE_PUSH, beginning)
                    .tag("az", settled.zone().toString())
                    .tag("outcome", settled.outcome().name().toLowerCase(Locale.ROOT))
                    .tag("delay-incident-seconds", settled.delay().toSeconds())
                    .endAt(settled.at());
            way.left--;
            if (way.left == 0) {
                ways.remove(settled.change().number());
                way.span.endAt(settled.at());
            }
        }
    }
}
