package emptyrecord.kit.limits;

import java.io.IOException;

/** A request asks too much. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** Attackers cause many of these, and nobody reads their stack traces. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
