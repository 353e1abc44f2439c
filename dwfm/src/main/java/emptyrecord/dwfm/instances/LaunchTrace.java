package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.fleet.ChangeContexts;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.Tracing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** RunInstances as a trace: the placement of each instance, and below it the host's work. */
public final class LaunchTrace {

    private final Tracing tracing;
    private final ChangeContexts changes;

    public LaunchTrace(Tracing tracing, ChangeContexts changes) {
        this.tracing = tracing;
        this.changes = changes;
    }

    List<Instance> launch(Supplier<List<Instance>> launch) {
        try (Span span = tracing.begin(SpanName.RUN_INSTANCES);
                Span.Scope scope = span.enter()) {
            return described(span, launch);
        }
    }

    private static List<Instance> described(Span span, Supplier<List<Instance>> launch) {
        try {
            List<Instance> launched = launch.get();
            span.tag(
                    "instances",
                    String.join(" ", launched.stream().map(Instance::id).toList()));
            return launched;
        } catch (Ec2Exception e) {
            span.failed(e.error().code());
            throw e;
        }
    }

    /** @return as the host said: empty if the droplet has no valid lease */
    Optional<CompletableFuture<Boolean>> placed(
            DropletId droplet, DropletChange launch, Supplier<Optional<CompletableFuture<Boolean>>> place) {
        try (Span span = tracing.begin(SpanName.PLACEMENT)) {
            changes.put(launch.name(), tracing.current());
            Optional<CompletableFuture<Boolean>> done = place.get();
            span.tag("droplet", droplet.toString()).tag("lease", done.isPresent() ? "valid" : "none");
            if (done.isEmpty()) {
                changes.forget(launch.name());
                span.failed("the droplet has no valid lease");
            }
            return done;
        }
    }

    void forget(DropletChange launch) {
        changes.forget(launch.name());
    }
}
