package emptyrecord.dwfm.instances;

import com.fasterxml.jackson.annotation.JsonIgnore;
import emptyrecord.dwfm.core.lease.DropletId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance: an object on a droplet, no machine. A line of the journal is its whole state after a change.
 *
 * @param seq number of the launch in this region, from 1; ids are made from it
 * @param launch the request it comes from
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
        Launch launch,
        @Nullable Instant terminatedAt,
        boolean launchTold,
        boolean terminationTold) {

    /**
     * The request that launched it, alone or with others.
     *
     * @param reservation EC2's id of the request
     * @param token of the request
     * @param size how many instances it launched
     * @param index position among them, from 0
     * @param at on the incident's time line
     */
    public record Launch(String reservation, LaunchSpec.ClientToken token, int size, int index, Instant at) {}

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
        return new Instance(seq, id, droplet, zone, next, kind, launch, at, launchTold, terminationTold);
    }

    Instance told(NetworkState.Change change) {
        boolean launched = change == NetworkState.Change.LAUNCHED;
        return new Instance(
                seq,
                id,
                droplet,
                zone,
                state,
                kind,
                launch,
                terminatedAt,
                launchTold || launched,
                terminationTold || !launched);
    }

    /** It uses room on its droplet. */
    @JsonIgnore
    boolean alive() {
        return state == State.RUNNING || state == State.SHUTTING_DOWN;
    }

    @JsonIgnore
    public String clientToken() {
        return launch.token().value();
    }

    /** Tags as the customer set them. */
    @JsonIgnore
    public Map<String, String> tags() {
        return kind.tags();
    }
}
