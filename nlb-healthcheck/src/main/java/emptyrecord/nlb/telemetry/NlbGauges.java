package emptyrecord.nlb.telemetry;

import emptyrecord.nlb.core.CheckingView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The checking subsystem's present state as gauges. */
public final class NlbGauges {

    private final MeterRegistry meters;
    private final Supplier<CheckingView> view;

    public NlbGauges(MeterRegistry meters, Supplier<CheckingView> view, List<String> zones, IntSupplier open) {
        this.meters = meters;
        this.view = view;
        gauge(
                "nlb.result.age",
                "Mean age of the nodes' last results, incident time",
                v -> v.meanResultAge().toNanos() / 1e9);
        gauge("nlb.checkers", "Checkers in service", CheckingView::checkers);
        gauge("nlb.checkers.wanted", "Checkers the fleet is scaled to", CheckingView::checkersWanted);
        gauge("nlb.checker.queue.length", "Checks that wait in the checkers' queues", CheckingView::queueLength);
        gauge("nlb.checks.failed.share", "Failed checks of the last five incident minutes", CheckingView::failedShare);
        gauge("nlb.healthy.capacity.share", "Nominal nodes in DNS and healthy", CheckingView::healthyCapacityShare);
        gauge("nlb.auto.failover", "1 while automatic failover is on", v -> v.autoFailover() ? 1 : 0);
        zones.forEach(this::zone);
        Gauge.builder("nlb.connections.open", open::getAsInt)
                .description("Customers' open connections")
                .register(meters);
    }

    private void zone(String zone) {
        zoned(
                "nlb.nodes.healthy",
                "Nodes healthy by their verdict",
                zone,
                v -> nodes(v, zone).filter(CheckingView.NodeView::healthy).count());
        zoned(
                "nlb.nodes.in.dns",
                "Nodes in the DNS answer",
                zone,
                v -> nodes(v, zone).filter(CheckingView.NodeView::inDns).count());
        zoned(
                "nlb.zone.withdrawn",
                "1 while failover keeps the zone out of DNS",
                zone,
                v -> v.zones().stream()
                        .filter(z -> z.zone().equals(zone) && z.withdrawn())
                        .count());
    }

    private static Stream<CheckingView.NodeView> nodes(CheckingView view, String zone) {
        return view.nodes().stream().filter(n -> n.spec().zone().equals(zone));
    }

    private void zoned(String name, String meaning, String zone, ToDoubleFunction<CheckingView> value) {
        Gauge.builder(name, view, v -> value.applyAsDouble(v.get()))
                .description(meaning)
                .tag("az", zone)
                .strongReference(true)
                .register(meters);
    }

    private void gauge(String name, String meaning, ToDoubleFunction<CheckingView> value) {
        Gauge.Builder<Supplier<CheckingView>> builder =
                Gauge.builder(name, view, v -> value.applyAsDouble(v.get())).description(meaning);
        (name.endsWith("age") ? builder.baseUnit("seconds") : builder)
                .strongReference(true)
                .register(meters);
    }
}
