package emptyrecord.api.dwfm;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /operations/api-limit}.
 *
 * @param launchesPerMinute launches per incident minute
 * @param keepTokens keep the current tokens, instead of a full bucket
 */
public record ApiLimitRequest(
        @Nullable Double launchesPerMinute, @Nullable Boolean keepTokens) {}
