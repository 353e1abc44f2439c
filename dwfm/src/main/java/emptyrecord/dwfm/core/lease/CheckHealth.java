package emptyrecord.dwfm.core.lease;

import java.util.Optional;

/** Reports when a host's state checks begin to fail and when they recover: three in a row either way (our choice). */
public final class CheckHealth {

    private static final int IN_A_ROW = 3;

    private boolean failing;
    private int against;

    /** @return the new state if this result changed it: true is failing */
    public Optional<Boolean> observe(boolean reached) {
        if (reached != failing) {
            against = 0;
            return Optional.empty();
        }
        if (++against < IN_A_ROW) {
            return Optional.empty();
        }
        against = 0;
        failing = !failing;
        return Optional.of(failing);
    }

    public boolean failing() {
        return failing;
    }
}
