package emptyrecord.nlb.client;

import emptyrecord.kit.ec2.Ec2Client;
import emptyrecord.kit.ec2.LaunchOutcome;
import emptyrecord.kit.ec2.LaunchRequest;
import emptyrecord.kit.ec2.TerminateOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Launches and terminates the load balancer's own instances through EC2, as internal ones that no throttle stops. */
public final class InternalInstances {

    private static final Logger log = LoggerFactory.getLogger(InternalInstances.class);

    private final Ec2Client ec2;
    private final AtomicReference<String> lastTrouble = new AtomicReference<>("");

    public InternalInstances(Ec2Client ec2) {
        this.ec2 = ec2;
    }

    /** The new instance's id, or empty when EC2 refused or did not answer. */
    public Optional<String> launch(String zone) {
        return switch (ec2.run(new LaunchRequest("internal", zone))) {
            case LaunchOutcome.Launched launched -> {
                trouble("");
                yield Optional.of(launched.instanceId()).filter(id -> !id.isEmpty());
            }
            case LaunchOutcome.Refused refused -> none("launch refused: " + refused.code());
            case LaunchOutcome.Unreachable away -> none("EC2 cannot be asked: " + away.reason());
        };
    }

    /** Whether EC2 has accepted the termination; an instance that it does not know is gone already. */
    public boolean terminate(String instanceId) {
        return switch (ec2.terminate(instanceId)) {
            case TerminateOutcome.Accepted accepted -> true;
            case TerminateOutcome.Refused refused -> refused.code().startsWith("InvalidInstanceID");
            case TerminateOutcome.Unreachable away -> false;
        };
    }

    private Optional<String> none(String reason) {
        trouble(reason);
        return Optional.empty();
    }

    private void trouble(String reason) {
        if (!lastTrouble.getAndSet(reason).equals(reason) && !reason.isEmpty()) {
            log.atWarn().log("{}; trying again", reason);
        }
    }
}
