package emptyrecord.droplets.agents;

import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.droplets.core.Obeyed;
import emptyrecord.droplets.core.Refusal;
import java.util.Optional;

/** Hears of every refusal, outside the lock. */
@FunctionalInterface
public interface RefusalListener {

    /** @param obeyed whom the droplet obeys instead; empty if nobody */
    void refused(DropletId droplet, Claim claim, Refusal why, Optional<Obeyed> obeyed);
}
