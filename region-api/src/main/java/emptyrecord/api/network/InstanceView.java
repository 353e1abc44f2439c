package emptyrecord.api.network;

import emptyrecord.api.json.Absent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance as the network knows it, {@code GET /instances} and {@code GET /instances/{id}}.
 *
 * @param propagated zones that know of its launch
 * @param launchedAt incident time
 * @param propagatedAt incident time; null until every zone knows the launch
 */
public record InstanceView(
        String instanceId,
        List<String> propagated,
        boolean terminated,
        Instant launchedAt,
        @Nullable Instant propagatedAt) {

    public InstanceView {
        propagated = Absent.toEmpty(propagated);
    }
}
