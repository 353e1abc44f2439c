package emptyrecord.customers.client.dynamo;

import emptyrecord.customers.core.stack.RetryPolicy;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The SDK's own retry strategies with DynamoDB's numbers, as {@code DynamoDbRetryPolicy} of SDK 2.54.13 chooses them
 * (F100). The SDK waits on the wall, so its back-off is handed to it divided by the region's speed; delays, jitter, token
 * quota and conditions are the library's. The rate of {@code adaptive} counts on the wall and stays as it is.
 */
final class SdkRetries {

    /** As in {@code DynamoDbRetryPolicy}. */
    private static final Duration BASE = Duration.ofMillis(25);

    private static final int ATTEMPTS = 9;
    private static final int ATTEMPTS_2026 = 4;

    /** As in {@code DefaultRetryStrategy}. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private static final Duration THROTTLED_LEGACY = Duration.ofMillis(500);
    private static final Duration THROTTLED = Duration.ofSeconds(1);

    private final IncidentClock clock;

    SdkRetries(IncidentClock clock) {
        this.clock = clock;
    }

    /** For policies that retry outside of the SDK it is one attempt. */
    RetryStrategy of(RetryPolicy policy) {
        return switch (policy) {
            case SDK_LEGACY -> dynamo(AwsRetryStrategy.legacyRetryStrategy(), ATTEMPTS, THROTTLED_LEGACY);
            case SDK_STANDARD -> dynamo(AwsRetryStrategy.standardRetryStrategy(false), ATTEMPTS, THROTTLED);
            case SDK_ADAPTIVE -> dynamo(AwsRetryStrategy.adaptiveRetryStrategy(false), ATTEMPTS, THROTTLED);
            case SDK_2026 -> dynamo(AwsRetryStrategy.standardRetryStrategy(true), ATTEMPTS_2026, THROTTLED);
            case BUDGET, FOR_EVER_WITHOUT_JITTER, RECONNECT_BACKOFF, NONE -> AwsRetryStrategy.doNotRetry();
        };
    }

    private RetryStrategy dynamo(RetryStrategy shipped, int attempts, Duration throttledBase) {
        RetryStrategy.Builder<?, ?> builder = shipped.toBuilder();
        return builder.maxAttempts(attempts)
                .backoffStrategy(scaled(BASE))
                .throttlingBackoffStrategy(scaled(throttledBase))
                .build();
    }

    /** Full jitter, as shipped. */
    private BackoffStrategy scaled(Duration base) {
        BackoffStrategy shipped = BackoffStrategy.exponentialDelay(base, MOST);
        return attempt -> clock.toReal(shipped.computeDelay(attempt));
    }
}
