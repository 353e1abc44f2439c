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

    /** Thrown often by those who attack; nobody reads where. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
