package emptyrecord.dwfm.instances;

import com.fasterxml.jackson.annotation.JsonIgnore;
import emptyrecord.dwfm.core.DropletId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance: an object on a droplet, no machine. As a line of the journal it is the whole state after a change.
 *
 * @param seq number of the launch in this region, from 1; ids are made from it
 * @param clientToken of the request, or empty
 * @param launchIndex position within the request
 * @param launchedAt on the incident's time line
 * @param terminatedAt when the termination was carried out
 * @param launchTold the Network Manager has accepted the launch
 * @param terminationTold the Network Manager has accepted the termination
 */
public record Instance(
        long seq,
        String id,
        DropletId droplet,
        String zone,
        State state,
        LaunchSpec.Kind kind,
        String clientToken,
        int launchIndex,
        Instant launchedAt,
        @Nullable Instant terminatedAt,
        boolean launchTold,
        boolean terminationTold) {

    /** EC2's states as far as they exist here, with EC2's codes; a forgotten instance is only a mark in the journal. */
    public enum State {
        RUNNING("running", 16),
        SHUTTING_DOWN("shutting-down", 32),
        TERMINATED("terminated", 48),
        FORGOTTEN("forgotten", -1);

        private final String word;
        private final int code;

        State(String word, int code) {
            this.word = word;
            this.code = code;
        }

        public String word() {
            return word;
        }

        public int code() {
            return code;
        }
    }

    Instance with(State next, @Nullable Instant at) {
        return new Instance(
                seq,
                id,
                droplet,
                zone,
                next,
                kind,
                clientToken,
                launchIndex,
                launchedAt,
                at,
                launchTold,
                terminationTold);
    }

    Instance told(NetworkState.Change change) {
        boolean launch = change == NetworkState.Change.LAUNCHED;
        return new Instance(
                seq,
                id,
                droplet,
                zone,
                state,
                kind,
                clientToken,
                launchIndex,
                launchedAt,
                terminatedAt,
                launchTold || launch,
                terminationTold || !launch);
    }

    /** It takes room on its droplet. */
    @JsonIgnore
    boolean alive() {
        return state == State.RUNNING || state == State.SHUTTING_DOWN;
    }

    /** Tags as the customer gave them. */
    @JsonIgnore
    public Map<String, String> tags() {
        return kind.tags();
    }
}
