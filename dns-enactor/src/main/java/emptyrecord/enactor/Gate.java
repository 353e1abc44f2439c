package emptyrecord.enactor;

import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.Point;
import java.util.Optional;

/** What the enactor passes at its named points: nothing, or a conductor that holds it there (F38, on stage). */
interface Gate {

    /** Returns when the enactor may go on. */
    void at(Point point, Optional<Plan.Endpoint> where);

    /** Ends every hold: a frozen enactor is held by nobody. */
    void cutShort();
}
