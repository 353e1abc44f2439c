package emptyrecord.enactor.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Passes the same news once, then again after a while with a count: refusals go on for hours (F39). */
final class RepeatLimiter {

    private final InstantSource clock;
    private final Duration every;
    private final Map<String, Told> told = new HashMap<>();

    private record Told(String news, Instant at, long suppressed) {}

    /** @param every how long the same news is held back */
    RepeatLimiter(InstantSource clock, Duration every) {
        this.clock = clock;
        this.every = every;
    }

    /**
     * Whether to report.
     *
     * @param subject bounded: a kind of event, or kind and endpoint
     * @param news the content; other news on the same subject passes at once
     * @return how often the same was held back since the last report; empty if it is held back now
     */
    OptionalLong tell(String subject, String news) {
        Instant now = clock.instant();
        Told last = told.get(subject);
        boolean same = last != null && last.news().equals(news);
        if (last != null && same && now.isBefore(last.at().plus(every))) {
            told.put(subject, new Told(news, last.at(), last.suppressed() + 1));
            return OptionalLong.empty();
        }
        told.put(subject, new Told(news, now, 0));
        return OptionalLong.of(same && last != null ? last.suppressed() : 0);
    }
}
