package emptyrecord.dwfm.instances;

/** EC2's error codes as far as they are used here, with the HTTP status EC2 answers. */
public enum Ec2Error {
    INSUFFICIENT_CAPACITY("InsufficientInstanceCapacity", 500),
    REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded", 503),
    INTERNAL_ERROR("InternalError", 500),
    INVALID_INSTANCE_ID_NOT_FOUND("InvalidInstanceID.NotFound", 400),
    INVALID_INSTANCE_ID_MALFORMED("InvalidInstanceID.Malformed", 400),
    INVALID_PARAMETER_VALUE("InvalidParameterValue", 400),
    MISSING_PARAMETER("MissingParameter", 400),
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", 400),
    MISMATCH("IdempotentParameterMismatch", 400),
    IDEMPOTENT_TERMINATED("IdempotentInstanceTerminated", 400),
    INSTANCE_LIMIT_EXCEEDED("InstanceLimitExceeded", 400),
    TAG_LIMIT_EXCEEDED("TagLimitExceeded", 400),
    FILTER_LIMIT_EXCEEDED("FilterLimitExceeded", 400),
    INVALID_ACTION("InvalidAction", 400);

    private final String code;
    private final int status;

    Ec2Error(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
