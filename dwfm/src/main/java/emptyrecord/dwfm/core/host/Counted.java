package emptyrecord.dwfm.core.host;

import emptyrecord.api.dwfm.DwfmCounter;
import emptyrecord.dwfm.core.lease.CheckResult;

/** The counters of a host; work that succeeded, failed, came late or was never tried is counted apart. */
public enum Counted {
    CHECKS_SUCCEEDED(DwfmCounter.CHECKS_SUCCEEDED),
    CHECKS_FAILED(DwfmCounter.CHECKS_FAILED),
    CHECKS_LATE(DwfmCounter.CHECKS_LATE),
    CHECKS_DROPPED(DwfmCounter.CHECKS_DROPPED),
    CHECKS_REJECTED(DwfmCounter.CHECKS_REJECTED),
    ATTEMPTS_QUEUED(DwfmCounter.ATTEMPTS_QUEUED),
    ATTEMPTS_SUCCEEDED(DwfmCounter.ATTEMPTS_SUCCEEDED),
    ATTEMPTS_FAILED(DwfmCounter.ATTEMPTS_FAILED),
    ATTEMPTS_LATE(DwfmCounter.ATTEMPTS_LATE),
    ATTEMPTS_REDUNDANT(DwfmCounter.ATTEMPTS_REDUNDANT),
    ATTEMPTS_DROPPED(DwfmCounter.ATTEMPTS_DROPPED),
    ATTEMPTS_REJECTED(DwfmCounter.ATTEMPTS_REJECTED),
    ATTEMPTS_THROTTLED(DwfmCounter.ATTEMPTS_THROTTLED),
    CHANGES_SUCCEEDED(DwfmCounter.CHANGES_SUCCEEDED),
    CHANGES_FAILED(DwfmCounter.CHANGES_FAILED),
    LEASES_LOST(DwfmCounter.LEASES_LOST),
    WORK_DISCARDED(DwfmCounter.WORK_DISCARDED);

    private final DwfmCounter counter;

    Counted(DwfmCounter counter) {
        this.counter = counter;
    }

    /** An attempt that was not confirmed: it failed, or was never tried. */
    static Counted attemptWithout(CheckResult result) {
        return result instanceof CheckResult.NotTried ? ATTEMPTS_REJECTED : ATTEMPTS_FAILED;
    }

    /** Its name in {@code GET /state}. */
    public DwfmCounter counter() {
        return counter;
    }
}
