package emptyrecord.dynamo.web;

/**
 * An answer of the protocol.
 *
 * @param buffer begins with the body
 * @param length of the body, in bytes
 * @param outcome for the counters
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, byte[] buffer, int length, Outcome outcome) {

    /** The outcome of a request. */
    enum Outcome {
        /** It worked. */
        OK,
        /** It worked and the condition did not hold. */
        CONDITION_FAILED,
        /** The request was bad and was not tried. */
        REFUSED,
        /** It was not tried because of the throttle fault, or because others took all memory. */
        THROTTLED,
        /** It was tried and failed. */
        ERROR
    }
}
