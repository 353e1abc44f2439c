package emptyrecord.enactor;

import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.Point;
import java.util.Optional;

/** Called at the enactor's named points: does nothing, or lets a conductor hold the enactor there (F38, on stage). */
interface Gate {

    /** Returns when the enactor may go on. */
    void at(Point point, Optional<Plan.Endpoint> where);

    /** Ends every hold: a frozen enactor is not held. */
    void cutShort();
}
