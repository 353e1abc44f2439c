package emptyrecord.droplets.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Watches from outside that no droplet obeys two holders: each epoch of a droplet belongs to one name, and no droplet
 * obeys an older epoch after a newer one. It knows nothing of how a droplet decides. Not thread-safe.
 */
public final class ObedienceWitness {

    private final Map<DropletId, Seen> newest = new HashMap<>();

    private record Seen(Claim claim, Instant from) {}

    /**
     * A droplet obeys a claim.
     *
     * @param from incident time
     * @param until when the lease runs out, incident time
     */
    public record Obedience(DropletId droplet, Claim claim, Instant from, Instant until) {}

    /** To be called in the order in which the droplet obeyed; says what is wrong, if anything. */
    public Optional<String> observe(Obedience now) {
        Seen before = newest.get(now.droplet());
        Optional<String> wrong =
                Optional.ofNullable(before).flatMap(b -> wrong(b, now.claim())).map(what -> sentence(now, what));
        if (before == null || now.claim().epoch() >= before.claim().epoch()) {
            newest.put(now.droplet(), new Seen(now.claim(), now.from()));
        }
        return wrong;
    }

    private static Optional<String> wrong(Seen before, Claim claim) {
        Claim newest = before.claim();
        if (claim.epoch() < newest.epoch()) {
            return Optional.of("after the newer " + newest + " at " + before.from());
        }
        boolean shared = claim.epoch() == newest.epoch() && !claim.holder().equals(newest.holder());
        return shared
                ? Optional.of("after " + newest + " at " + before.from() + ", which has the same epoch")
                : Optional.empty();
    }

    private static String sentence(Obedience now, String what) {
        return now.droplet() + " obeys " + now.claim() + " from " + now.from() + " until " + now.until() + " " + what;
    }
}
