package emptyrecord.dwfm.core.call;

import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;

/**
 * The guards around a worker's calls. {@code GuardNames} has those of the queue. That night nothing is known of any of them:
 * they are what a library offers first, and docs/collapse.md says what each is worth (our choice).
 */
public enum CallGuard {
    DYNAMO_BREAKER(
            "dwfm.dynamo-breaker",
            "When half of a host's last calls to DynamoDB failed, further ones fail at once, until probes succeed (F50)"),
    DROPLET_BREAKER(
            "dwfm.droplet-breaker",
            "When half of a host's last handshakes failed, further ones fail at once, until probes succeed (F50)"),
    HANDSHAKE_BULKHEAD(
            "dwfm.handshake-bulkhead",
            "At most half of a host's workers make lapsed leases again at a time; the other attempts fail at once (F11)"),
    TIME_LIMITER(
            "dwfm.time-limiter", "A handshake is given up after a deadline's length, which frees the worker (F50)");

    private final String id;
    private final String meaning;

    CallGuard(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    public String id() {
        return id;
    }

    public Guard in(Guards guards) {
        return guards.declare(id, meaning);
    }
}
