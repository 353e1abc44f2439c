package emptyrecord.dynamo.store;

import java.time.Instant;

/**
 * A {@code ClientRequestToken} and the transaction that was sent with it.
 *
 * @param text as the client sent it, 1 to 36 characters
 * @param request digest of the transaction; the same token with another digest is a mistake of the client
 * @param at incident time of the request
 */
public record ClientToken(String text, String request, Instant at) {}
