package emptyrecord.control.run;

import emptyrecord.api.run.ReplayRequest;
import emptyrecord.night.facts.AwsMinutes;
import java.util.List;
import java.util.Optional;

/**
 * A request for a replay with its defaults; see {@link ReplayRequest}.
 *
 * @param untilMinutes T+ at which the run ends; of a quiet soak its length
 */
record WantedReplay(long seed, List<String> guards, double untilMinutes, boolean trigger, int maxRounds) {

    /** @throws IllegalArgumentException for a number out of its range */
    WantedReplay {
        if (!(untilMinutes >= 1 && untilMinutes <= 10_000)) {
            throw new IllegalArgumentException("untilMinutes must lie between 1 and 10000");
        }
        if (maxRounds < 1 || maxRounds > 1000) {
            throw new IllegalArgumentException("maxRounds must lie between 1 and 1000");
        }
    }

    static WantedReplay of(ReplayRequest request, RunDefaults region) {
        return new WantedReplay(
                region.seed(request.seed()),
                region.guards(request.guards()),
                Optional.ofNullable(request.untilMinutes()).orElse((double) AwsMinutes.END),
                Optional.ofNullable(request.trigger()).orElse(true),
                Optional.ofNullable(request.maxRounds()).orElse(20));
    }
}
