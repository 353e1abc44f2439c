package emptyrecord.dwfm.instances;

import com.fasterxml.jackson.annotation.JsonIgnore;
import emptyrecord.dwfm.core.lease.DropletId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance: an object on a droplet, no machine. Its row of the table has all of this.
 *
 * @param seq number of the launch in this region, from 1; ids are made from it
 * @param droplet it is on, or was on before it stopped
 * @param zone of all its droplets: a stopped instance starts again in the same one
 * @param launch the request it comes from
 * @param life what has happened to it since
 */
public record Instance(
        long seq,
        String id,
        DropletId droplet,
        String zone,
        State state,
        LaunchSpec.Kind kind,
        Launch launch,
        Life life) {

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

    /**
     * An instance's life: it is placed at its launch and at each start, and leaves its droplet at each stop and at its end.
     *
     * @param placement how often it was placed, from 1
     * @param placedAt the newest placement; EC2 calls it the launch time
     * @param told how many of its {@link #news} the Network Manager has accepted, in order
     * @param order accepted and not carried out yet
     * @param cause who ordered the newest stop or termination
     * @param endedAt when the termination was carried out
     */
    public record Life(
            int placement,
            Instant placedAt,
            int told,
            Order order,
            Cause cause,
            @Nullable Instant endedAt) {

        static Life launched(Instant at) {
            return new Life(1, at, 0, Order.NONE, Cause.NONE, null);
        }

        Life ordered(Order next, Cause by) {
            return new Life(placement, placedAt, told, next, by, endedAt);
        }

        Life told(int accepted) {
            return new Life(placement, placedAt, Math.max(told, accepted), order, cause, endedAt);
        }

        Life ended(Instant at) {
            return new Life(placement, placedAt, told, Order.NONE, cause, at);
        }

        Life placedAgain(Instant at) {
            return new Life(placement + 1, at, told, Order.NONE, Cause.NONE, endedAt);
        }
    }

    /** Who ordered a stop or a termination: EC2's {@code StateReason}. */
    public enum Cause {
        NONE,
        /** A caller of the API. */
        USER,
        /** The operating system inside the instance. */
        GUEST
    }

    /**
     * EC2's states as far as they exist here, with EC2's codes. There is no {@code pending}: a launch and a start are
     * answered when they are carried out.
     */
    public enum State {
        RUNNING("running", 16),
        SHUTTING_DOWN("shutting-down", 32),
        TERMINATED("terminated", 48),
        STOPPING("stopping", 64),
        STOPPED("stopped", 80);

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

        /** On a droplet, where it uses room. */
        boolean placed() {
            return this == RUNNING || this == STOPPING || this == SHUTTING_DOWN;
        }
    }

    /** One that has been launched just now. */
    static Instance running(
            InstanceStore.Ticket ticket, DropletId droplet, String zone, LaunchSpec.Kind kind, Launch launch) {
        return new Instance(
                ticket.seq(), ticket.id(), droplet, zone, State.RUNNING, kind, launch, Life.launched(launch.at()));
    }

    Instance with(State next, Life after) {
        return new Instance(seq, id, droplet, zone, next, kind, launch, after);
    }

    Instance withKind(LaunchSpec.Kind next) {
        return new Instance(seq, id, droplet, zone, state, next, launch, life);
    }

    /** It runs again, on a droplet of its zone. */
    Instance placedOn(DropletId next, Instant at) {
        return new Instance(seq, id, next, zone, State.RUNNING, kind, launch, life.placedAgain(at));
    }

    Instance told(int news) {
        return with(state, life.told(news));
    }

    /** How many pieces of news for the Network Manager it has made: one when it is placed, one when it leaves. */
    @JsonIgnore
    int news() {
        return 2 * life.placement() - (state.placed() ? 1 : 0);
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
