package emptyrecord.customers.core.account;

/**
 * How a user action ended.
 *
 * @param result what the user got
 * @param requests that were begun for it, retries and hedges included, whether or not they left the host
 * @param answered those that a server answered, with whatever status
 * @param reason why it did not work; {@link Reason#NONE} if it did
 */
public record ActionEnd(Result result, int requests, int answered, Reason reason) {

    public static ActionEnd worked(int requests, int answered) {
        return new ActionEnd(Result.WORKED, requests, answered, Reason.NONE);
    }

    /** It failed; one without any request was never tried. */
    public static ActionEnd failed(int requests, int answered, Reason reason) {
        return new ActionEnd(requests == 0 ? Result.NEVER_TRIED : Result.FAILED, requests, answered, reason);
    }
}
