package emptyrecord.dynamo.core;

/**
 * A request that is refused in the protocol's own words. It carries no stack trace: a refusal is an answer, not a defect,
 * and failed conditions are frequent.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public Refusal(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A ValidationException. */
    public static Refusal validation(String message) {
        return new Refusal(ErrorCode.VALIDATION, message);
    }

    /** A ValidationException about the parameters of a call, in the service's usual opening words. */
    public static Refusal parameters(String message) {
        return validation("One or more parameter values were invalid: " + message);
    }

    /** A body that does not have the protocol's form. */
    public static Refusal serialization(String message) {
        return new Refusal(ErrorCode.SERIALIZATION, message);
    }

    public ErrorCode code() {
        return code;
    }
}
