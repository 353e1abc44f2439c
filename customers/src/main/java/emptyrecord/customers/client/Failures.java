package emptyrecord.customers.client;

import emptyrecord.customers.core.account.Reason;
import emptyrecord.kit.dns.UnresolvedException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Names failures: the outermost cause that says what happened. */
public final class Failures {

    private Failures() {}

    public static Reason reason(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            Reason reason = ofOne(at);
            if (reason != Reason.NONE) {
                return reason;
            }
        }
        return Reason.ERROR;
    }

    private static Reason ofOne(Throwable failure) {
        return switch (failure) {
            case UnresolvedException e -> Reason.UNRESOLVED;
            case CallNotPermittedException e -> Reason.BREAKER_OPEN;
            case BulkheadFullException e -> Reason.BULKHEAD_FULL;
            case InterruptedIOException e -> Reason.TIMED_OUT;
            case TimeoutException e -> Reason.TIMED_OUT;
            case ApiCallTimeoutException e -> Reason.TIMED_OUT;
            case AwsServiceException e -> e.isThrottlingException() ? Reason.THROTTLED : Reason.ERROR;
            case IOException e -> Reason.REFUSED_OR_RESET;
            default -> Reason.NONE;
        };
    }
}
