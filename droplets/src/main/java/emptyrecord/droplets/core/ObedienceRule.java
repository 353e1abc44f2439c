package emptyrecord.droplets.core;

import java.time.Instant;
import java.util.Optional;

/** Whom a droplet obeys. There is one rule in service; the tests plant another to show that the witness catches it. */
interface ObedienceRule {

    /**
     * Fencing by epoch: the lease table gives each epoch of a row to one holder, so the newest epoch is the row that
     * counts. An older one is a holder that has lost the droplet, whatever its own clock says.
     */
    ObedienceRule NEWEST_EPOCH = (before, claim) -> {
        if (claim.epoch() < before.claim().epoch()) {
            return Optional.of(Refusal.OLDER_EPOCH);
        }
        boolean taken = claim.epoch() == before.claim().epoch() && !before.isOf(claim.holder());
        return taken ? Optional.of(Refusal.SAME_EPOCH_OTHER_HOLDER) : Optional.empty();
    };

    /** Why the droplet does not obey this claim; empty if it does. */
    Optional<Refusal> refusal(Obeyed before, Claim claim);

    /** Whom a droplet obeys after it has accepted a check. Of one row's instants the later counts: news can overtake. */
    static Obeyed after(Optional<Obeyed> before, Check check) {
        Claim claim = check.claim();
        Optional<Obeyed> mine = before.filter(b -> b.isOf(claim.holder()));
        long tenure = mine.map(Obeyed::tenure).orElse(claim.epoch());
        Instant until = mine.filter(b -> b.claim().equals(claim))
                .map(Obeyed::until)
                .filter(u -> u.isAfter(check.leaseUntil()))
                .orElse(check.leaseUntil());
        return new Obeyed(claim, tenure, until);
    }
}
