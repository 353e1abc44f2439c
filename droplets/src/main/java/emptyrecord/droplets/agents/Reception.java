package emptyrecord.droplets.agents;

import emptyrecord.droplets.core.CheckDepth;
import java.time.Instant;
import java.util.function.Supplier;

/** What becomes of a call at its droplet. */
public sealed interface Reception {

    /** The droplet refuses at once; it does not look at anything. */
    record Refused(Answer answer) implements Reception {}

    /**
     * The droplet has obeyed and looks at its hardware.
     *
     * @param due when it is done, incident time
     * @param depth how much it looks at
     * @param answer to be asked for then
     */
    record Underway(Instant due, CheckDepth depth, Supplier<Answer> answer) implements Reception {}
}
