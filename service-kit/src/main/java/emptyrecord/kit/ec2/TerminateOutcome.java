package emptyrecord.kit.ec2;

/** The outcome of a termination: accepted (it may still wait for a lease), refused, or EC2 could not be asked. */
public sealed interface TerminateOutcome {

    record Accepted() implements TerminateOutcome {}

    record Refused(String code, String message) implements TerminateOutcome {}

    record Unreachable(String reason) implements TerminateOutcome {}
}
