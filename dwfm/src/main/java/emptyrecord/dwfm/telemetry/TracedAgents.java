package emptyrecord.dwfm.telemetry;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.fleet.Agents;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.Tracing;

/** The handshake with a droplet as a span. */
public record TracedAgents(Agents agents, Tracing tracing) implements Agents {

    @Override
    public CheckResult ask(Assignment work, LeaseRecord row) {
        try (Span handshake = tracing.begin(SpanName.HANDSHAKE)) {
            handshake.tag("epoch", row.epoch());
            CheckResult result = agents.ask(work, row);
            if (!(result instanceof CheckResult.Confirmed)) {
                handshake.failed(result.reason());
            }
            return result;
        }
    }

    @Override
    public void close() {
        agents.close();
    }
}
