package emptyrecord.dwfm.core.lease;

/** The result from lease table and droplet. It does not include whether it was in time: the host judges that. */
public sealed interface CheckResult {

    record Confirmed() implements CheckResult {}

    /** DynamoDB's name gave no address: the night's failure, and a fast one. */
    record Unresolved(String reason) implements CheckResult {}

    /** DynamoDB could not be reached, or answered with an error. */
    record Unreachable(String reason) implements CheckResult {}

    /** The condition did not hold: another host holds the lease. */
    record Refused(String reason) implements CheckResult {}

    /** A guard of this process kept the call back: neither table nor droplet was asked. */
    record NotTried(String reason) implements CheckResult {}

    default String reason() {
        return switch (this) {
            case Confirmed c -> "confirmed";
            case Unresolved u -> u.reason();
            case Unreachable u -> u.reason();
            case Refused r -> r.reason();
            case NotTried n -> n.reason();
        };
    }
}
