package emptyrecord.control.watch;

import emptyrecord.api.droplets.DropletsState;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.network.NetworkState;
import emptyrecord.api.nlb.NlbState;
import emptyrecord.api.planner.PublishedPlan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The services' answers at one tick, unchanged, for readers that need more than a sample. A service that did not answer
 * is null, an enactor that did not answer is absent.
 *
 * @param plan the planner's latest
 * @param enactors by name
 */
public record RegionStates(
        @Nullable PublishedPlan plan,
        Map<String, EnactorState> enactors,
        @Nullable DropletsState droplets,
        @Nullable DwfmState dwfm,
        @Nullable NetworkState network,
        @Nullable NlbState nlb) {

    /** Before the first tick. */
    static final RegionStates NONE = new RegionStates(null, Map.of(), null, null, null, null);

    public RegionStates {
        enactors = Map.copyOf(enactors);
    }
}
