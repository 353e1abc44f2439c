package emptyrecord.dynamo.core;

/** DynamoDB's error codes that are used here, with the shape name's prefix and the HTTP status of each. */
public enum ErrorCode {
    CONDITIONAL_CHECK_FAILED(400, Origin.DYNAMODB, "ConditionalCheckFailedException"),
    TRANSACTION_CANCELED(400, Origin.DYNAMODB, "TransactionCanceledException"),
    TOKEN_MISMATCH(400, Origin.DYNAMODB, "IdempotentParameterMismatchException"),
    /** The SDKs wait and retry. */
    TRANSACTION_IN_PROGRESS(400, Origin.DYNAMODB, "TransactionInProgressException"),
    /** An INSERT of PartiQL for an item that is there. */
    DUPLICATE_ITEM(400, Origin.DYNAMODB, "DuplicateItemException"),
    /** A stream's record is older than a day, or made room for others. */
    TRIMMED_DATA(400, Origin.DYNAMODB, "TrimmedDataAccessException"),
    EXPIRED_ITERATOR(400, Origin.DYNAMODB, "ExpiredIteratorException"),
    RESOURCE_NOT_FOUND(400, Origin.DYNAMODB, "ResourceNotFoundException"),
    RESOURCE_IN_USE(400, Origin.DYNAMODB, "ResourceInUseException"),
    THROUGHPUT_EXCEEDED(400, Origin.DYNAMODB, "ProvisionedThroughputExceededException"),
    /** Too much at a time: the SDKs wait and retry. */
    THROTTLING(400, Origin.AVAILABILITY, "ThrottlingException"),
    /** The tables are full: a retry does not help, and the SDKs do not retry. */
    COLLECTION_FULL(400, Origin.DYNAMODB, "ItemCollectionSizeLimitExceededException"),
    LIMIT_EXCEEDED(400, Origin.DYNAMODB, "LimitExceededException"),
    /** Not tried for lack of memory: the SDKs wait and retry. */
    UNAVAILABLE(503, Origin.AVAILABILITY, "ServiceUnavailableException"),
    INTERNAL(500, Origin.DYNAMODB, "InternalServerError"),
    VALIDATION(400, Origin.VALIDATE, "ValidationException"),
    SERIALIZATION(400, Origin.SERVICE, "SerializationException"),
    UNKNOWN_OPERATION(400, Origin.SERVICE, "UnknownOperationException"),
    TOO_LARGE(413, Origin.SERVICE, "RequestEntityTooLargeException");

    private final int status;
    private final String shape;

    ErrorCode(int status, String origin, String name) {
        this.status = status;
        this.shape = origin + "#" + name;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The value of {@code __type}; clients read the part after the hash sign. */
    public String shape() {
        return shape;
    }

    /** The name spaces of the shapes, as the service itself sends them. */
    private static final class Origin {
        static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810";
        static final String VALIDATE = "com.amazon.coral.validate";
        static final String AVAILABILITY = "com.amazon.coral.availability";
        static final String SERVICE = "com.amazon.coral.service";
    }
}
