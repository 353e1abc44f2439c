package emptyrecord.e2e.kill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hears every handshake between DWFM's hosts and the droplets, and judges whom each droplet obeys. A droplet that has
 * answered an epoch obeys no older one that was sent afterwards, and still knows it after {@code kill -9}. One holder's
 * first epoch is sent after the time that the holder before had reserved. What was under way at the same time has no
 * order here and is not judged. It knows nothing of how a droplet decides.
 */
final class HandshakeWitness {

    /** Clocks of two processes on one machine, in incident time: 100 ms at speed 60 (our choice). */
    private static final Duration CLOCKS = Duration.ofSeconds(6);

    private final InstantSource clock;
    private final Findings findings;
    private final Map<String, Obeyed> newest = new HashMap<>();

    /**
     * The newest obedience that a droplet has answered.
     *
     * @param tenure the first epoch of this holder that was seen since another one was obeyed
     * @param until what the holder has reserved, incident time
     */
    record Obeyed(String holder, long epoch, long tenure, Instant until) {}

    /** A caller's row of the lease table. */
    record Claim(String droplet, String holder, long epoch) {}

    /**
     * A call that is on its way.
     *
     * @param until what it reserves; null for a change
     * @param floor what the droplet had answered before; null for nothing
     * @param at when it was sent, incident time
     */
    record Sent(
            Claim claim, @Nullable Instant until, @Nullable Obeyed floor, Instant at) {}

    /** @param clock incident time */
    HandshakeWitness(InstantSource clock, Findings findings) {
        this.clock = clock;
        this.findings = findings;
    }

    synchronized Sent sent(Claim claim, @Nullable Instant until) {
        return new Sent(claim, until, newest.get(claim.droplet()), clock.instant());
    }

    /** The droplet has done what the call asked for. */
    synchronized void obeyed(Sent call) {
        findings.count(call.until() == null ? "changes obeyed" : "handshakes obeyed");
        Obeyed floor = call.floor();
        if (floor != null) {
            judge(call, floor);
        }
        Instant until = call.until();
        if (until != null) {
            newest.merge(
                    call.claim().droplet(),
                    new Obeyed(
                            call.claim().holder(),
                            call.claim().epoch(),
                            call.claim().epoch(),
                            until),
                    HandshakeWitness::newer);
        }
    }

    void refused(Sent call) {
        findings.count(call.until() == null ? "changes refused" : "handshakes refused");
    }

    /** Whom the droplet says it obeys, with any answer to the call or when it is asked. */
    void says(String droplet, long epoch, @Nullable Obeyed floor) {
        if (floor != null && epoch < floor.epoch()) {
            findings.violated(droplet + " has forgotten " + floor + ": it obeys epoch " + epoch);
        }
    }

    synchronized @Nullable Obeyed newest(String droplet) {
        return newest.get(droplet);
    }

    private void judge(Sent call, Obeyed floor) {
        Claim claim = call.claim();
        boolean mine = claim.holder().equals(floor.holder());
        long oldest = mine && call.until() == null ? floor.tenure() : floor.epoch();
        boolean shared = !mine && claim.epoch() == floor.epoch();
        if (claim.epoch() < oldest || shared) {
            findings.violated("two holders: after " + floor + " a call that was sent later is obeyed: " + call);
        }
        if (!mine && call.until() != null) {
            findings.count("droplets that changed hands");
            if (call.at().plus(CLOCKS).isBefore(floor.until())) {
                findings.violated(
                        "two holders: " + claim + " was sent at " + call.at() + ", which " + floor + " had reserved");
            }
        }
    }

    private static Obeyed newer(Obeyed before, Obeyed now) {
        if (now.epoch() <= before.epoch()) {
            return before;
        }
        boolean same = now.holder().equals(before.holder());
        return same ? new Obeyed(now.holder(), now.epoch(), before.tenure(), now.until()) : now;
    }
}
