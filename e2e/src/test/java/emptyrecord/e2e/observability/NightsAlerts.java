package emptyrecord.e2e.observability;

import java.util.List;
import java.util.stream.Stream;

/** When each alert has to have fired for the first time, in T+ minutes; the windows are our choice, wide for a busy machine. */
final class NightsAlerts {

    /** Fires first inside the window, both ends included; {@code matcher} narrows the labels. */
    record Expected(String alert, String matcher, double from, double to) {

        String selector() {
            return "ALERTS{alertstate=\"firing\",alertname=\"" + alert + "\"" + (matcher.isEmpty() ? "" : ",") + matcher
                    + "}";
        }
    }

    /** Minutes that the longest race may take: 20 rounds of half an hour, of which only the last leaves the record empty. */
    private static final double ROUNDS = 600;

    static final List<Expected> NIGHT = List.of(
            new Expected("EnactorLosesLock", "", -ROUNDS, 1),
            new Expected("RegionalRecordEmpty", "name=\"dynamodb.us-east-1.amazonaws.test\"", 0, 15),
            new Expected("StalePlanActive", "", -ROUNDS, 25),
            new Expected("ClientsGetEmptyAnswers", "", 0, 30),
            new Expected("CanaryBurnsFast", "canary=\"dynamodb\"", 0, 60),
            new Expected("CanaryBurnsSlowly", "canary=\"dynamodb\"", 0, 90),
            new Expected("EnactorStuck", "", 5, 120),
            new Expected("LeasesLost", "", 15, 140),
            new Expected("LaunchErrors", "outcome=\"InternalError\"", 0, 60),
            new Expected("LaunchErrors", "outcome=\"InsufficientInstanceCapacity\"", 157, 230),
            new Expected("DwfmQueueBeyondDeadline", "", 157, 210),
            new Expected("LeaseGoodputCollapsed", "", 160, 240),
            new Expected("LaunchErrors", "outcome=\"RequestLimitExceeded\"", 266, 320),
            new Expected("NetworkStateLate", "", 345, 420),
            new Expected("NlbZoneWithdrawn", "", 342, 480),
            new Expected("NlbFlapping", "", 342, 500),
            new Expected("NlbResultsLate", "", 342, 500),
            new Expected("NlbCapacityBelowDemand", "", 342, 500));

    /** Alerts that never fire in the night. */
    static final List<String> DRILLS_ONLY = List.of("DynamoLoadBalancerDown", "MachineTooSlow", "ServiceDown");

    private NightsAlerts() {}

    static List<String> names() {
        return Stream.concat(NIGHT.stream().map(Expected::alert), DRILLS_ONLY.stream())
                .distinct()
                .toList();
    }
}
