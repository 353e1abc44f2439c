package emptyrecord.kit;

import emptyrecord.kit.points.PointState;
import emptyrecord.kit.points.Points;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Every point as a metric: {@code point_held}, {@code point_reached_total}. */
final class PointMeters implements SmartInitializingSingleton {

    private final MeterRegistry meters;
    private final Points points;

    PointMeters(MeterRegistry meters, Points points) {
        this.meters = meters;
        this.points = points;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (PointState declared : points.all()) {
            String name = declared.name();
            Gauge.builder("point.held", points, p -> state(p, name).hold().isPresent() ? 1 : 0)
                    .description("1 while a conductor holds the point")
                    .tag("point", name)
                    .register(meters);
            FunctionCounter.builder("point.reached", points, p -> state(p, name).timesReached())
                    .description("How often the service was held at the point")
                    .tag("point", name)
                    .register(meters);
        }
    }

    private static PointState state(Points points, String name) {
        return points.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
