package emptyrecord.dwfm.client;

import emptyrecord.dwfm.instances.TableException;
import emptyrecord.dwfm.instances.TableException.Effect;
import emptyrecord.kit.dns.UnresolvedException;
import java.net.ConnectException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What a failed call to DynamoDB means for the table of instances. */
final class TableFailures {

    private TableFailures() {}

    static TableException of(SdkException e) {
        if (e instanceof TransactionCanceledException || e instanceof ConditionalCheckFailedException) {
            return new TableException(Effect.CONFLICT, "DynamoDB has another version of a row, " + e.getMessage());
        }
        if (e instanceof AwsServiceException service) {
            Effect effect = service.statusCode() < 500 ? Effect.NONE : Effect.UNKNOWN;
            return new TableException(effect, "DynamoDB refuses, " + e.getMessage());
        }
        return unanswered(e);
    }

    /** A name without an address and a refused connection took nothing along. */
    private static TableException unanswered(SdkException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedException) {
                return new TableException(Effect.NONE, "DynamoDB cannot be resolved, " + cause.getMessage());
            }
            if (cause instanceof ConnectException) {
                return new TableException(Effect.NONE, "DynamoDB cannot be reached, " + cause.getMessage());
            }
        }
        return new TableException(Effect.UNKNOWN, "DynamoDB does not answer, " + e.getMessage());
    }
}
