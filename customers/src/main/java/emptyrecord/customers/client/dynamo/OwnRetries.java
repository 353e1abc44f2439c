package emptyrecord.customers.client.dynamo;

import emptyrecord.customers.core.stack.Numbers;
import emptyrecord.customers.core.stack.RetryBudget;
import emptyrecord.customers.core.stack.RetryPolicy;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Retries outside of the SDK, for one process. */
final class OwnRetries {

    private static final int BUDGET_ATTEMPTS = 9;
    private static final int SERVER_ERROR = 500;

    private final RetryPolicy policy;
    private final IncidentClock clock;
    private final RetryBudget budget = new RetryBudget();
    private final BackoffStrategy backoff =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(20));
    private volatile boolean ended;

    OwnRetries(RetryPolicy policy, IncidentClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    String call(Callable<String> once) throws Exception {
        return switch (policy) {
            case BUDGET -> withBudget(once);
            case FOR_EVER_WITHOUT_JITTER -> forEver(once);
            default -> once.call();
        };
    }

    private String withBudget(Callable<String> once) throws Exception {
        deposit();
        for (int attempt = 1; ; attempt++) {
            try {
                return once.call();
            } catch (SdkException e) {
                if (attempt == BUDGET_ATTEMPTS || isRefusal(e) || !withdraw()) {
                    throw e;
                }
            }
            clock.sleep(backoff.computeDelay(attempt));
        }
    }

    /** The request itself is wrong: the same one would be refused again. */
    private static boolean isRefusal(SdkException failure) {
        return failure instanceof AwsServiceException answer
                && answer.statusCode() < SERVER_ERROR
                && !answer.isThrottlingException();
    }

    private String forEver(Callable<String> once) throws Exception {
        while (true) {
            try {
                return once.call();
            } catch (SdkException e) {
                if (ended) {
                    throw e;
                }
            }
            clock.sleep(Numbers.FIXED_WAIT);
        }
    }

    private synchronized void deposit() {
        budget.deposit();
    }

    private synchronized boolean withdraw() {
        return budget.withdraw();
    }

    /** The process ends: nothing is retried any more. */
    void end() {
        ended = true;
    }
}
