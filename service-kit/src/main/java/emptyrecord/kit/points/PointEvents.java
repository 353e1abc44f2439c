package emptyrecord.kit.points;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.events.EventLog;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records what a conductor does as events, so that a stepped run can be told from one that ran freely. Only how often a
 * point is reached follows the service's own pace; all else may come as a flood.
 */
public final class PointEvents implements PointListener {

    private final EventLog events;

    public PointEvents(EventLog events) {
        this.events = events;
    }

    @Override
    public void held(String point, String target) {
        events.recordRequested(EventKind.POINT_HELD, Map.of(EventId.POINT, point, EventId.TARGET, target));
    }

    @Override
    public void reached(String point, Standing who) {
        Map<String, Object> ids = new TreeMap<>(who.ids());
        ids.put(EventId.POINT.key(), point);
        ids.put(EventId.TARGET.key(), who.target());
        events.record(EventKind.POINT_REACHED.word(), ids);
    }

    @Override
    public void released(String point) {
        events.recordRequested(EventKind.POINT_RELEASED, Map.of(EventId.POINT, point));
    }

    @Override
    public void letGo(String point) {
        events.recordRequested(EventKind.POINT_LET_GO, Map.of(EventId.POINT, point, EventId.BECAUSE, "told to"));
    }

    @Override
    public void expired(String point) {
        events.recordRequested(EventKind.POINT_LET_GO, Map.of(EventId.POINT, point, EventId.BECAUSE, "lease ran out"));
    }
}
