package emptyrecord.kit.points;

import emptyrecord.kit.events.EventLog;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a conductor does, as events: a run that was stepped can be told from one that ran. Only how often a point is reached
 * follows the service's own pace; all else may come as a flood.
 */
public final class PointEvents implements PointListener {

    private final EventLog events;

    public PointEvents(EventLog events) {
        this.events = events;
    }

    @Override
    public void held(String point, String target) {
        events.recordRequested("point-held", Map.of("point", point, "target", target));
    }

    @Override
    public void reached(String point, Standing who) {
        Map<String, Object> ids = new TreeMap<>(who.ids());
        ids.put("point", point);
        ids.put("target", who.target());
        events.record("point-reached", ids);
    }

    @Override
    public void released(String point) {
        events.recordRequested("point-released", Map.of("point", point));
    }

    @Override
    public void letGo(String point) {
        events.recordRequested("point-let-go", Map.of("point", point, "because", "told to"));
    }

    @Override
    public void expired(String point) {
        events.recordRequested("point-let-go", Map.of("point", point, "because", "lease ran out"));
    }
}
