package emptyrecord.scenario;

import emptyrecord.night.sample.Sample;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customers' tries: {@code launches}, {@code connections}, or a canary's calls. */
public record Tries(Kind kind, @Nullable String canary) {

    /** Whose tries. */
    public enum Kind {
        LAUNCHES,
        CONNECTIONS,
        CANARY
    }

    int all(Sample sample) {
        return switch (kind) {
            case LAUNCHES -> sample.customers().launchCalls();
            case CONNECTIONS -> sample.customers().connectionsTried();
            case CANARY -> canary(sample).tries();
        };
    }

    int of(Sample sample, String outcome) {
        return switch (kind) {
            case LAUNCHES -> count(sample.customers().launches(), outcome);
            case CONNECTIONS ->
                outcome.equals("failed")
                        ? sample.customers().connectionsFailed()
                        : count(sample.customers().connections(), outcome);
            case CANARY -> {
                Sample.Canary seen = canary(sample);
                yield switch (outcome) {
                    case "worked" -> seen.worked();
                    case "failed" -> seen.failed();
                    case "never-tried" -> seen.neverTried();
                    default -> 0;
                };
            }
        };
    }

    private Sample.Canary canary(Sample sample) {
        Sample.Canary none = new Sample.Canary(0, 0, 0, null);
        return canary == null ? none : sample.customers().canaries().getOrDefault(canary, none);
    }

    private static int count(Map<String, Integer> counts, String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case LAUNCHES -> "launches";
            case CONNECTIONS -> "connections";
            case CANARY -> "tries of the canary " + canary;
        };
    }
}
