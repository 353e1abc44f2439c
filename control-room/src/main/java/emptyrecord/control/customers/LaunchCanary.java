package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Outcome;
import emptyrecord.kit.ec2.Ec2Client;
import emptyrecord.kit.ec2.LaunchOutcome;
import emptyrecord.kit.ec2.LaunchRequest;
import emptyrecord.kit.ec2.TerminateOutcome;
import java.util.ArrayDeque;
import java.util.Deque;

/** Launches an instance as a customer would, and terminates the one of the probe before. */
public final class LaunchCanary implements Canary {

    /** Instances that could not be terminated are remembered up to this number. */
    private static final int KEPT = 100;

    private final Ec2Client ec2;
    private final String zone;
    private final Deque<String> mine = new ArrayDeque<>();

    public LaunchCanary(Ec2Client ec2, String zone) {
        this.ec2 = ec2;
        this.zone = zone;
    }

    @Override
    public synchronized Outcome probe() {
        terminateOne();
        return switch (ec2.run(new LaunchRequest("customer", zone))) {
            case LaunchOutcome.Launched launched -> {
                mine.addLast(launched.instanceId());
                if (mine.size() > KEPT) {
                    mine.removeFirst();
                }
                yield new Outcome.Worked();
            }
            case LaunchOutcome.Refused refused -> new Outcome.Failed(refused.code());
            case LaunchOutcome.Unreachable u -> new Outcome.NeverTried("unreachable");
        };
    }

    private void terminateOne() {
        String oldest = mine.peekFirst();
        if (oldest != null && ec2.terminate(oldest) instanceof TerminateOutcome.Accepted) {
            mine.removeFirst();
        }
    }
}
