package emptyrecord.dwfm.instances;

import java.util.function.Supplier;

/**
 * EC2's front end, which every request that launches or starts passes first: the request limit and the Network Manager's
 * admission. Then it needs the table of instances.
 */
public record FrontEnd(RequestLimit limit, ApiTally tally) {

    /**
     * @param internal instances of AWS's own
     * @throws Ec2Exception with RequestLimitExceeded, counted once for each instance
     */
    void admitPlacements(boolean internal, int count) {
        counted(ApiOutcome.LAUNCH_LIMITED, count, () -> limit.admitPlacements(internal, count));
    }

    /**
     * Uses the table for so many launches; if it cannot be used, each is counted as an InternalError.
     *
     * @throws Ec2Exception of {@code use}
     */
    <T> T countedUse(int count, Supplier<T> use) {
        try {
            return use.get();
        } catch (Ec2Exception e) {
            count(ApiOutcome.LAUNCH_INTERNAL_ERROR, e.error() == Ec2Error.INTERNAL_ERROR ? count : 0);
            throw e;
        }
    }

    void counted(ApiOutcome outcome, int count, Runnable gate) {
        try {
            gate.run();
        } catch (Ec2Exception e) {
            count(outcome, count);
            throw e;
        }
    }

    private void count(ApiOutcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            tally.add(outcome);
        }
    }
}
