package emptyrecord.kit.ec2;

/** The outcome of a launch: it worked, EC2 refused it, or EC2 could not be asked. */
public sealed interface LaunchOutcome {

    record Launched(String instanceId, String zone) implements LaunchOutcome {}

    /** @param code EC2's error code, for example {@code InsufficientInstanceCapacity} */
    record Refused(String code, String message) implements LaunchOutcome {}

    record Unreachable(String reason) implements LaunchOutcome {}
}
