package emptyrecord.dwfm.instances;

/** EC2's error codes as far as they are used here, with the HTTP status EC2 answers: API reference, "Error codes". */
public enum Ec2Error {
    INSUFFICIENT_CAPACITY("InsufficientInstanceCapacity", 500),
    REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded", 503),
    INTERNAL_ERROR("InternalError", 500),
    /** "The server is overloaded and can't handle the request." */
    UNAVAILABLE("Unavailable", 503),
    INCORRECT_INSTANCE_STATE("IncorrectInstanceState", 400),
    INVALID_INSTANCE_ID_NOT_FOUND("InvalidInstanceID.NotFound", 400),
    INVALID_INSTANCE_ID_MALFORMED("InvalidInstanceID.Malformed", 400),
    INVALID_AMI_ID_NOT_FOUND("InvalidAMIID.NotFound", 400),
    INVALID_AMI_ID_MALFORMED("InvalidAMIID.Malformed", 400),
    INVALID_INSTANCE_TYPE("InvalidInstanceType", 400),
    INVALID_NEXT_TOKEN("InvalidNextToken", 400),
    INVALID_PARAMETER_VALUE("InvalidParameterValue", 400),
    UNKNOWN_PARAMETER("UnknownParameter", 400),
    MISSING_ACTION("MissingAction", 400),
    MISSING_PARAMETER("MissingParameter", 400),
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", 400),
    MISMATCH("IdempotentParameterMismatch", 400),
    IDEMPOTENT_TERMINATED("IdempotentInstanceTerminated", 400),
    INSTANCE_LIMIT_EXCEEDED("InstanceLimitExceeded", 400),
    TAG_LIMIT_EXCEEDED("TagLimitExceeded", 400),
    FILTER_LIMIT_EXCEEDED("FilterLimitExceeded", 400),
    OPERATION_NOT_PERMITTED("OperationNotPermitted", 400),
    UNSUPPORTED_OPERATION("UnsupportedOperation", 400),
    INVALID_ATTRIBUTE_VALUE("InvalidInstanceAttributeValue", 400),
    CREDITS_NOT_SUPPORTED("InstanceCreditSpecification.NotSupported", 400),
    INVALID_ID("InvalidID", 400),
    INVALID_VOLUME_NOT_FOUND("InvalidVolume.NotFound", 400),
    INVALID_NETWORK_INTERFACE_NOT_FOUND("InvalidNetworkInterfaceID.NotFound", 400),
    INVALID_VPC_NOT_FOUND("InvalidVpcID.NotFound", 400),
    INVALID_SUBNET_NOT_FOUND("InvalidSubnetID.NotFound", 400),
    INVALID_GROUP_NOT_FOUND("InvalidGroup.NotFound", 400),
    INVALID_GROUP_ID_MALFORMED("InvalidGroupId.Malformed", 400),
    INVALID_KEY_PAIR_NOT_FOUND("InvalidKeyPair.NotFound", 400),
    INVALID_ADDRESS_NOT_FOUND("InvalidAddress.NotFound", 400),
    INVALID_ALLOCATION_NOT_FOUND("InvalidAllocationID.NotFound", 400),
    INVALID_ASSOCIATION_NOT_FOUND("InvalidAssociationID.NotFound", 400),
    INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND("InvalidLaunchTemplateId.NotFound", 400),
    INVALID_LAUNCH_TEMPLATE_ID_MALFORMED("InvalidLaunchTemplateId.Malformed", 400),
    INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND("InvalidLaunchTemplateName.NotFoundException", 400),
    UNSUPPORTED_HIBERNATION("UnsupportedHibernationConfiguration", 400),
    DRY_RUN("DryRunOperation", 412),
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
