package emptyrecord.control.watch.core;

import emptyrecord.control.customers.core.Calls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a run's {@code desk.jsonl}: what the desk read from services beyond a sample, as often as it made a frame
 * for the page. Samples and events hold the rest of a {@link Scene}. A part that a peer did not answer is null.
 *
 * @param seq of the sample that it was read with
 * @param lockHolder holder of the regional zone's lock; null when it was free
 */
public record DeskNote(
        long seq,
        Scene.@Nullable Dynamo dynamo,
        Scene.@Nullable Droplets droplets,
        Scene.@Nullable Dwfm dwfm,
        Scene.@Nullable Network network,
        Scene.@Nullable Nlb nlb,
        @Nullable String lockHolder,
        Map<String, Calls> calls) {

    public static DeskNote of(Scene scene) {
        Scene.Zone zone = scene.zone();
        return new DeskNote(
                scene.sample().seq(),
                scene.dynamo(),
                scene.droplets(),
                scene.dwfm(),
                scene.network(),
                scene.nlb(),
                zone == null ? null : zone.lockHolder(),
                scene.calls());
    }
}
