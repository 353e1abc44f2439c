package emptyrecord.dwfm.core.lease;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** One connection to DynamoDB: up until its life is over or it breaks, then made anew when it is next needed. */
public final class ConnectionLife {

    private final ConnectionRule rule;
    private final RandomGenerator chance;
    private boolean lived;
    private Instant until = Instant.MIN;

    /** @param chance seeded, of this connection */
    public ConnectionLife(ConnectionRule rule, RandomGenerator chance) {
        this.rule = rule;
        this.chance = chance;
    }

    /** Otherwise the name has to be resolved for the next call. */
    public boolean up(Instant now) {
        return now.isBefore(until);
    }

    /** It has been made just now. */
    public void connected(Instant now) {
        until = now.plus(lived ? rule.life(chance) : rule.firstLife(chance));
        lived = true;
    }

    /** A call over it failed. */
    public void broken() {
        until = Instant.MIN;
    }
}
