package emptyrecord.dwfm.instances;

/**
 * EC2's front end, which every request that launches or starts passes first: the request limit, the Network Manager's
 * admission, and the prerequisites of any work.
 */
public record FrontEnd(RequestLimit limit, Prerequisites prerequisites, ApiTally tally) {

    /**
     * @param internal instances of AWS's own
     * @throws Ec2Exception with RequestLimitExceeded or InternalError, counted once for each instance
     */
    void admitPlacements(boolean internal, int count) {
        counted(ApiOutcome.LAUNCH_LIMITED, count, () -> limit.admitPlacements(internal, count));
        counted(ApiOutcome.LAUNCH_INTERNAL_ERROR, count, prerequisites::check);
    }

    void counted(ApiOutcome outcome, int count, Runnable gate) {
        try {
            gate.run();
        } catch (Ec2Exception e) {
            for (int i = 0; i < count; i++) {
                tally.add(outcome);
            }
            throw e;
        }
    }
}
